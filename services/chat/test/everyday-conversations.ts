type Line = [speaker: string, text: string];

/** The sample conversation as the embedded recogniser writes it down, mishearings included. */
export const PRODUCT_CALL: Line[] = [
  ['Speaker 1', 'Good morning and thank you for taking the time to speak with us today.'],
  ['Speaker 2', 'Good morning. I am glad that we can finally speak about the new service.'],
  ['Speaker 1', 'Pounds their team using the product since January.'],
  ['Speaker 2', 'We use it every day. The search is very good and people like the simple reports.'],
  ['Speaker 1', 'That is good to hear. What is the biggest problem for you at the moment?'],
  ['Speaker 2', 'The price. It went up by twenty percent in March and nobody told us before the bill came.'],
  ['Speaker 1', 'I am sorry about that. You should have received the letter in February.'],
  [
    'Speaker 2',
    'We never received a letter. My manager who was not happy and we almost left for another company.',
  ],
  [
    'Speaker 1',
    'I understand. I can offer you the price of last year until the end of the year if you sign for two years.',
  ],
  ['Speaker 2', "That would help a lot. There's one more thing. When will the mobile application be ready?"],
  ['Speaker 1', 'We plan to deliver in on the third of September.'],
  ['Speaker 2', 'Can you promise that day? Last time the delivery was six weeks late.'],
  [
    'Speaker 1',
    'I promise that your team will have it in September. I will send you a message every Friday about the progress.',
  ],
  ['Speaker 2', 'That is good. If the application works well we want to buy fifty more licenses in October.'],
  ['Speaker 1', 'That is great news. I will send you the new contract on Monday.'],
  ['Speaker 2', 'Perfect. I will talk to my manager and call you next week. Goodbye.'],
];

/** Shorter than a passage. */
export const MONEY: Line[] = [
  ['Anna', 'Good morning, how are we doing on money?'],
  ['Ben', 'Thank you, the budget is forty thousand euros.'],
];

export const KICK_OFF: Line[] = [
  ['Priya', 'Welcome everybody. This is the kick-off for the new warehouse in Leeds.'],
  ['Daniel', 'Thanks. Who is going to run the project from your side?'],
  ['Priya', 'Marta will lead it. She ran the one in Hull two years ago.'],
  ['Marta', 'Happy to. I have eleven people on the team, and two of them only start in May.'],
  ['Daniel', 'How long will the building work take?'],
  ['Marta', 'About seven months, if the weather is kind.'],
  ['Daniel', 'And why did you choose Leeds instead of Hull?'],
  ['Priya', 'Because rents are lower there, and the motorway is right next to it.'],
  ['Marta', 'One worry: the supplier of the shelves has not signed yet.'],
  ['Daniel', 'What do the shelves cost?'],
  ['Marta', 'Ninety thousand pounds, including assembly.'],
  ['Priya', 'I will talk to the supplier this week. Can we use the loading dock before Christmas?'],
  ['Daniel', 'No, the dock needs a new floor first.'],
  ['Priya', 'Alright. Our next meeting is on Tuesday at ten, in my office. Bye everyone.'],
];

export const SCHOOL_TRIP: Line[] = [
  ['Mister Okafor', 'Thank you for coming, Mrs Lund. I would like to tell you about the trip to the lake.'],
  ['Mrs Lund', 'Yes, Peter is very much looking forward to it.'],
  ['Peter', 'I am. I like the boats.'],
  ['Mister Okafor', 'We leave on the fourth of June at seven and sleep in the youth hostel.'],
  ['Mrs Lund', 'Good. Can they take their mobile phones along?'],
  ['Mister Okafor', 'No phones. Mister Okoye and I have one each and you can call us.'],
  ['Peter', 'Ouch.'],
  ['Mrs Lund', 'That is better for all of you, Peter. What does it cost?'],
  ['Mister Okafor', 'Sixty euros, with the meals. The heating of our bus is broken, by the way.'],
  ['Mister Okafor', 'A technician looks after it, so bring a warm coat.'],
  ['Mrs Lund', 'And when can he come? I would not like him to be cold.'],
  ['Mister Okafor', 'The earliest slot is Thursday between eight and noon.'],
  ['Peter', 'Good. I need a new coat anyway.'],
  ['Mrs Lund', 'Yes. He has grown out of the old one, we will buy one on Saturday.'],
];

const ABOUT_THE_GARDEN = [
  'I do not have much time for the roses, and there is not much rain either.',
  'It takes so much work to keep the slugs away from the lettuce.',
  'There is too much shade under the old apple tree for anything to grow.',
  'We never use much fertiliser, because the compost is rich enough.',
  'My neighbour talks so much about his tomatoes that I dread the summer.',
  'How much water do you give the cucumbers when it is hot?',
  'The hedge has grown so much that the gate hardly opens.',
  'Thank you very much for the seeds, they came up in a week.',
  'You can tell how much the bees like the lavender by the noise.',
  'Ferns do not need much light, so they stand behind the shed.',
];

/** Long, of nothing that anybody asks about, and full of words that questions have too. */
export const GARDEN: Line[] = Array.from({ length: 60 }, (_, i): Line => {
  const text = [i, i * 3 + 4].map((at) => ABOUT_THE_GARDEN[at % ABOUT_THE_GARDEN.length]).join(' ');
  return [i % 2 === 0 ? 'Ruth' : 'Harold', text];
});
