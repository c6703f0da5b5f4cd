/** A sales call of three topics, each with words of its own. */
export const SALES_CALL: [string, string][] = [
  ['Maria', 'Good morning. I would like to talk about the price of the new machine and the delivery date.'],
  ['Tom', 'Good morning. The price is four hundred dollars a month, and we can deliver in October.'],
  ['Maria', 'That is too late for us. The last delivery was two weeks late and our customers were unhappy.'],
  ['Tom', 'I am sorry. I promise to send you a written plan on Friday, and we will pay for the delay.'],
  ['Maria', 'Thank you. Please send the plan to my office before the end of the week.'],
];

/** Long enough for several passages. */
export const RESEARCH: [string, string][] = [
  ...talk('Ines', 'volcano', 'lava flows slowly down the northern slope while ash covers the villages below'),
  ...talk('Omar', 'whales', 'the herd swims south in winter and sings in the warm bay near the lighthouse'),
  ...talk(
    'Lena',
    'bread',
    'the sourdough rests overnight before the baker shapes loaves on the wooden board',
  ),
];

function talk(speaker: string, topic: string, about: string): [string, string][] {
  return Array.from({ length: 10 }, (_, i) => [
    speaker,
    `About ${topic}, part ${i + 1}: ${about}, as was noted.`,
  ]);
}
