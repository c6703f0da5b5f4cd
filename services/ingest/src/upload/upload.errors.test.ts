import { uploadTooLarge } from './upload.errors.ts';

it.each([
  [500_000_000, '500 MB'],
  [1_500_000, '1.5 MB'],
  [2_000_000_000, '2000 MB'],
])('%d bytes are said as %s, decimal as on the upload page', (maxBytes, said) => {
  expect(uploadTooLarge(maxBytes).message).toBe(`The file is larger than the ${said} allowed here.`);
});
