import type { Engine } from '../engine/engine.ts';
import { FieldReader } from '../protocol/frontend-message.ts';
import type { Session } from './session.ts';
import type { ListenChange } from './statement-facts.ts';

const quoteIdentifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Who listens to what. The engine's one session listens to every channel any connection wants; here each
 * notification finds the connections that asked for it.
 */
export class Notifications {
  private readonly engine: Engine;
  private readonly listeners = new Map<string, Set<Session>>();

  constructor(engine: Engine) {
    this.engine = engine;
  }

  /** The engine has run and committed these for `session`. */
  apply(session: Session, changes: readonly ListenChange[]): void {
    const dropped = new Set<string>();
    for (const { action, channel } of changes) {
      if (action === 'listen') {
        session.channels.add(channel);
        const sessions = this.listeners.get(channel) ?? new Set();
        this.listeners.set(channel, sessions.add(session));
      } else if (channel === '*') {
        for (const every of this.listeners.keys()) dropped.add(every);
        for (const own of session.channels) this.remove(session, own);
      } else {
        dropped.add(channel);
        this.remove(session, channel);
      }
    }
    // One connection's UNLISTEN reached the session of all: take it back for those who still listen.
    const wanted = [...dropped].filter((channel) => this.listeners.has(channel));
    if (wanted.length > 0)
      this.engine.query(wanted.map((channel) => `LISTEN ${quoteIdentifier(channel)}`).join('; '));
  }

  /** Hands NotificationResponse messages (`A`, length, sender's process id, channel, payload) to their listeners. */
  route(messages: readonly Buffer[], sender: Session): void {
    for (const message of messages) {
      // The engine writes its own process id; clients compare this one with their connection's.
      message.writeInt32BE(sender.id, 5);
      const channel = new FieldReader(message, 9).cstring();
      for (const session of this.listeners.get(channel) ?? []) session.client.deliver([message]);
    }
  }

  forget(session: Session): void {
    const channels = [...session.channels];
    for (const channel of channels) this.remove(session, channel);
    const silent = channels.filter((channel) => !this.listeners.has(channel));
    if (silent.length > 0)
      this.engine.query(silent.map((channel) => `UNLISTEN ${quoteIdentifier(channel)}`).join('; '));
  }

  private remove(session: Session, channel: string): void {
    session.channels.delete(channel);
    const sessions = this.listeners.get(channel);
    sessions?.delete(session);
    if (sessions?.size === 0) this.listeners.delete(channel);
  }
}
