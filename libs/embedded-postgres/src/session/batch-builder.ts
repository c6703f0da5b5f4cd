import { copyInResponse } from '../protocol/backend-message.ts';
import {
  bind,
  closeStatement,
  describeStatement,
  FieldReader,
  parse,
  ProtocolViolation,
  query,
} from '../protocol/frontend-message.ts';
import type { Batch, Session } from './session.ts';
import { statementFacts, type StatementFacts } from './statement-facts.ts';

/** Unnamed statements longer than this are not remembered for a later round trip. */
const REMEMBERED_PARSE_BYTES = 256 * 1024;
const COPY_MESSAGES = 'dcf';

/** Collects a client's messages into batches, renaming its prepared statements to names of its own in the engine. */
export class BatchBuilder {
  private readonly session: Session;
  private readonly maxCopyBytes: number;
  private parts: Buffer[] = [];
  private facts: StatementFacts[] = [];
  private receivedBytes = 0;
  private needsUnnamed = false;
  private parsesUnnamed = false;
  private copying = false;
  private statementsNamed = 0;

  constructor(session: Session, maxCopyBytes: number) {
    this.session = session;
    this.maxCopyBytes = maxCopyBytes;
  }

  /** Takes one message; gives the batch it completes, if any. Sends the prompt for COPY data through `prompt`. */
  accept(message: Buffer, prompt: (copyIn: Buffer) => void): Batch | undefined {
    const type = String.fromCharCode(message[0] as number);
    this.receivedBytes += message.length;
    if (this.copying) return this.acceptCopyData(type, message);
    switch (type) {
      case 'P':
        return this.parse(message);
      case 'B':
        return this.bind(message);
      case 'D':
      case 'C':
        return this.describeOrClose(type, message);
      case 'E':
        this.parts.push(message);
        return undefined;
      case 'H':
        return this.parts.length > 0 ? this.complete('flush') : undefined;
      case 'S':
        this.parts.push(message);
        return this.complete('extended');
      case 'F':
        this.parts.push(message);
        return this.complete('query');
      case 'Q':
        return this.query(message, prompt);
      case 'd':
      case 'c':
      case 'f':
        return undefined; // data of a COPY that failed already: PostgreSQL ignores it too
      default:
        throw new ProtocolViolation(`unexpected message type ${JSON.stringify(type)}`);
    }
  }

  private query(message: Buffer, prompt: (copyIn: Buffer) => void): Batch | undefined {
    const facts = statementFacts(new FieldReader(message, 5).cstring());
    this.facts.push(facts);
    this.parts.push(facts.refusal === undefined ? message : query(raise(facts.refusal)));
    if (!facts.copiesFromClient || facts.refusal !== undefined) return this.complete('query');
    // The engine reads a COPY's data in one go, so it is collected first and the engine's own prompt is dropped.
    this.copying = true;
    prompt(copyInResponse());
    return undefined;
  }

  private acceptCopyData(type: string, message: Buffer): Batch | undefined {
    if (type === 'S' || type === 'H') return undefined;
    if (!COPY_MESSAGES.includes(type))
      throw new ProtocolViolation(`unexpected message type ${JSON.stringify(type)} during COPY`);
    if (this.receivedBytes > this.maxCopyBytes)
      throw new ProtocolViolation(
        `COPY data is longer than ${this.maxCopyBytes} bytes; send it in several COPY statements`,
      );
    this.parts.push(message);
    return type === 'd' ? undefined : this.complete('query');
  }

  private parse(message: Buffer): undefined {
    const fields = new FieldReader(message, 5);
    const name = fields.cstring();
    const afterName = fields.rest();
    const scanned = statementFacts(fields.cstring());
    const refusal = scanned.copiesFromClient
      ? 'COPY … FROM STDIN needs the simple query protocol on the embedded database'
      : scanned.refusal;
    const body = refusal === undefined ? afterName : Buffer.from(`${raise(refusal)}\0\0\0`);
    const facts = { ...scanned, copiesFromClient: false };
    if (name === '') {
      const renamed = parse('', body);
      this.session.unnamedStatement =
        renamed.length <= REMEMBERED_PARSE_BYTES ? { parse: renamed, facts } : undefined;
      this.parsesUnnamed = true;
      this.parts.push(renamed);
      this.facts.push(facts);
      return;
    }
    const engineName =
      this.session.statements.get(name)?.engineName ??
      `c${this.session.id}_${this.statementsNamed++}_${name.replace(/[^\w-]/g, '_').slice(0, 32)}`;
    this.session.statements.set(name, { engineName, facts });
    this.parts.push(parse(engineName, body));
  }

  private bind(message: Buffer): undefined {
    const fields = new FieldReader(message, 5);
    const portal = fields.cstring();
    const name = fields.cstring();
    const facts =
      name === '' ? this.session.unnamedStatement?.facts : this.session.statements.get(name)?.facts;
    if (facts) this.facts.push(facts);
    this.useStatement(name);
    this.parts.push(bind(portal, this.engineName(name), fields.rest()));
  }

  private describeOrClose(type: 'D' | 'C', message: Buffer): undefined {
    const fields = new FieldReader(message, 5);
    const isStatement = fields.byte() === 'S'.charCodeAt(0);
    const name = fields.cstring();
    if (!isStatement) this.parts.push(message);
    else if (type === 'D') {
      this.useStatement(name);
      this.parts.push(describeStatement(this.engineName(name)));
    } else {
      this.parts.push(closeStatement(this.engineName(name)));
      this.session.statements.delete(name);
    }
  }

  private useStatement(name: string): void {
    if (name === '' && !this.parsesUnnamed) this.needsUnnamed = true;
  }

  private engineName(name: string): string {
    if (name === '') return '';
    // An unknown name stays unknown in the engine, which answers with PostgreSQL's own error.
    return (
      this.session.statements.get(name)?.engineName ??
      `c${this.session.id}_unknown_${name.replace(/[^\w-]/g, '_').slice(0, 32)}`
    );
  }

  private complete(kind: 'query' | 'extended' | 'flush'): Batch {
    const batch: Batch = {
      kind,
      messages: this.parts.length === 1 ? (this.parts[0] as Buffer) : Buffer.concat(this.parts),
      facts: this.facts,
      copiesFromClient: this.copying,
      needsUnnamedStatement: this.needsUnnamed,
      parsesUnnamedStatement: this.parsesUnnamed,
      receivedBytes: this.receivedBytes,
    };
    this.parts = [];
    this.facts = [];
    this.receivedBytes = 0;
    this.copying = false;
    // After a Flush the same extended query goes on; after a Sync or Query the next one starts afresh.
    this.needsUnnamed = false;
    this.parsesUnnamed = kind === 'flush' && this.parsesUnnamed;
    return batch;
  }
}

/** SQL that fails with our sentence, so that the transaction fails exactly as PostgreSQL would make it. */
function raise(sentence: string): string {
  return `DO $refusal$ BEGIN RAISE EXCEPTION USING ERRCODE = 'feature_not_supported', MESSAGE = '${sentence.replaceAll("'", "''")}'; END $refusal$`;
}
