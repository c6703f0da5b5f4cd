import { createInstance } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { chat } from './en/chat.ts';
import { collections } from './en/collections.ts';
import { common } from './en/common.ts';
import { library } from './en/library.ts';
import { people } from './en/people.ts';
import { share } from './en/share.ts';
import { shell } from './en/shell.ts';
import { transcript } from './en/transcript.ts';
import { upload } from './en/upload.ts';
import { webhooks } from './en/webhooks.ts';

/** Every sentence the web app says, a namespace per tab. Another language is another object of this shape. */
export const en = { common, shell, upload, library, transcript, share, chat, collections, people, webhooks };

export type MessageNamespace = keyof typeof en;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
  }
}

export const messages = createInstance();
void messages.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en },
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** `const { t } = useMessages('upload'); t('dropzone.title')`; other namespaces as `t('common:retry')`. */
export function useMessages<Namespace extends MessageNamespace>(namespace: Namespace) {
  return useTranslation([namespace, 'common'], { i18n: messages });
}
