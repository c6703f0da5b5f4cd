import { suggestRoles } from './suggest-roles.ts';

const speaker = (segmentCount: number, questionCount: number) => ({ segmentCount, questionCount });

describe('suggestRoles', () => {
  it.each([
    ['who asks, though second to speak', [speaker(10, 1), speaker(10, 7)], ['Respondent', 'Interviewer']],
    ['who speaks first when both ask alike', [speaker(10, 3), speaker(10, 3)], ['Interviewer', 'Respondent']],
    [
      'who speaks first when nobody asks',
      [speaker(5, 0), speaker(4, 0), speaker(1, 0)],
      ['Interviewer', 'Respondent', 'Respondent'],
    ],
    ['nobody in a monologue', [speaker(10, 4)], [null]],
    ['nobody in a meeting', Array.from({ length: 5 }, () => speaker(3, 1)), [null, null, null, null, null]],
    ['nobody who never speaks', [speaker(0, 0), speaker(4, 2)], ['Respondent', 'Interviewer']],
  ])('%s', (_case, speakers, roles) => {
    expect(suggestRoles(speakers)).toEqual(roles);
  });
});
