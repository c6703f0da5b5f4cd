import { frontend } from '../../rsbuild.shared.ts';

export default frontend({ name: 'shell', port: 4200, template: './index.html' });
