import { CreateChat1794900000000 } from './1794900000000-create-chat.ts';
import { WithdrawAnswers1795100000000 } from './1795100000000-withdraw-answers.ts';

export const migrations = [CreateChat1794900000000, WithdrawAnswers1795100000000];
