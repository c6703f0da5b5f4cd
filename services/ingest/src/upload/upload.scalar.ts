import { GraphQLUpload } from 'graphql-upload-ts';
import { GraphQLScalarType } from 'graphql';

/** `graphql-upload-ts`'s scalar, described as every other type of the graph is. */
export const Upload = new GraphQLScalarType({
  ...GraphQLUpload.toConfig(),
  description: 'A file sent in the multipart request format.',
});
