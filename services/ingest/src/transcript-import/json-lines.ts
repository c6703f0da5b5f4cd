import { printParseErrorCode, visit, type JSONVisitor } from 'jsonc-parser';
import { malformed } from './parsed-transcript.ts';

/** `['segments', 0, 'text']` */
export type JsonPath = readonly (string | number)[];

/** A transcript needs four. */
const MAX_NESTING = 64;

/** The line of a value of valid JSON, 1 for the first; of what should hold it where it is missing. */
export function lineOfValue(json: string, path: JsonPath): number {
  let depth = 0;
  let found = 1;
  const look = (line: number, pathTo: () => JsonPath) => {
    const at = pathTo();
    if (at.length < depth || at.length > path.length || at.some((part, index) => part !== path[index]))
      return;
    depth = at.length;
    found = line + 1;
  };
  walk(json, {
    onObjectBegin: (_offset, _length, line, _character, pathTo) => look(line, pathTo),
    onArrayBegin: (_offset, _length, line, _character, pathTo) => look(line, pathTo),
    onLiteralValue: (_value, _offset, _length, line, _character, pathTo) => look(line, pathTo),
  });
  return found;
}

/** @throws MalformedTranscript with the line at which invalid JSON stops to be JSON, 0 when it cannot be told */
export function refuseInvalidJson(json: string): never {
  walk(json, {
    onError: (error, _offset, _length, line) => {
      throw malformed(line + 1, `This is not JSON (${printParseErrorCode(error)}).`);
    },
  });
  throw malformed(0, 'This is not JSON (SyntaxError).');
}

/** The parser goes deeper by recursion. @throws MalformedTranscript for what is nested too deeply */
function walk(json: string, visitor: JSONVisitor): void {
  let nesting = 0;
  const deeper = (line: number) => {
    nesting += 1;
    if (nesting > MAX_NESTING) throw malformed(line + 1, 'It is nested too deeply.');
  };
  const back = () => void (nesting -= 1);
  visit(
    json,
    {
      ...visitor,
      onObjectBegin: (offset, length, line, character, pathTo) => {
        deeper(line);
        visitor.onObjectBegin?.(offset, length, line, character, pathTo);
      },
      onArrayBegin: (offset, length, line, character, pathTo) => {
        deeper(line);
        visitor.onArrayBegin?.(offset, length, line, character, pathTo);
      },
      onObjectEnd: back,
      onArrayEnd: back,
    },
    { disallowComments: true },
  );
}
