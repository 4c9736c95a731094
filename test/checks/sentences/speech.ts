/** Passages of speech and other text with marks, as papers print them: nothing is wrong with their sentences. */
export const SPEECH: Readonly<Record<string, string>> = {
  'curly marks': `“We open at six,” the baker said. “By nine there is nothing left.”`,

  'straight marks': `"We open at six," the baker said. "By nine there is nothing left."`,

  'British single marks': `‘We open at six,’ the baker said. ‘By nine there’s nothing left. The dogs’ bowls are empty, too.’`,

  'straight single marks': `'We open at six,' the baker said. 'By nine there's nothing left. It's the neighbours' fault.'`,

  'nested marks': `“He looked at me and said, ‘You will never row again,’” Adair told the jury. “I said, ‘Watch me.’ ”`,

  'nested marks, single outside': `‘My gran would say “waste not, want not” and hand us the crusts,’ Adair said.`,

  'marks nested twice': `“The sign says “Closed” on one side and “Open” on the other,” the warden said. "I would say, "Go home," and she would say, "No.""`,

  'nested marks, straight': `"The sign says 'Danger' in red," the warden said. "Who reads 'Danger' and keeps walking?"`,

  'double marks in double marks': `"She shouted "fire" twice and then she ran," the usher said.`,

  'three deep': `“The report quotes her as saying, ‘He told us “over my dead body” and left,’” the judge said.`,

  'interrupted in mid-sentence': `“The ferry,” the harbour master said, “does not wait for anyone, and certainly not” — he pointed at the queue — “for a bus.”`,

  'interrupted with a colon and a clause': `“What I want to know,” the juror asked, looking up at last, “is this: who paid?”`,

  'broken off by another speaker': `“I only wanted to —”

“You wanted the money,” the prosecutor said.

“No, I —”`,

  'dash in dialogue': `—Where were you? the detective asked.

—At my sister's.

—All night?

—All night.`,

  'dash against the mark': `He called it “the best—and worst—week of my life”—and then he resigned. "I never—" she began, "—not once—lied to you."`,

  'several paragraphs, curly': `“When the water came in, we went upstairs,” Marsh said. “We took the dog and the photographs.

“By midnight it was on the landing. We could hear the piano knocking against the ceiling.

“In the morning a man in a canoe asked whether we wanted milk.”

The street was reopened on Friday.`,

  'several paragraphs, straight': `"When the water came in, we went upstairs," Marsh said. "We took the dog and the photographs.

"By midnight it was on the landing.

"In the morning a man in a canoe asked whether we wanted milk."

The street was reopened on Friday.`,

  'several paragraphs, single': `‘When the water came in, we went upstairs. We took the dog’s bed.

‘By midnight it was on the landing.

‘In the morning a man in a canoe asked whether we wanted milk,’ Marsh said.`,

  'several paragraphs with speech inside': `“My father told me, ‘Go and see the captain. He owes us a favour.

“‘If he has forgotten, remind him of the winter of the ice.’

“So I went,” Marsh said.`,

  'several paragraphs that end in other marks': `“There is one rule here —

“Nobody sings before noon (or after.)

“The neighbours put it this way: ‘We can hear you breathe.’

“So we whisper,” Marsh said.`,

  'a speech that was interrupted and goes on': `“It was the noise,” Marsh said, “that woke the children.

“The rest of us were up already.”`,

  'ten paragraphs of one speaker': Array.from(
    { length: 9 },
    (_, at) => `“In year ${String(at + 1)} we planted oaks along the ditch, and the deer ate them.`,
  )
    .concat('“Then we bought a fence,” the forester said.')
    .join('\n\n'),

  'a picture and a heading within a speech': `“We took down the roof first,” the builder said. “Then the rain came.

![The house in May](house.jpg)
*The house without its roof in May. Photo: L. Marsh*

## Nine weeks of rain

[Read more: a history of roofs](roofs.md)

“It rained for nine weeks, and nobody laughed.”`,

  'a speech that ends in narration': `She remembers the day well. “They lined us up by height.

“The tall ones got the boots,” she said, and laughed. “I got the whistle.”`,

  'feet and inches': `At 6' 2" and 210 pounds, Osei is no jockey; his brother is 5'11". The shelf is 3' wide, 14" deep and made of 3/4" board.`,

  'inches in speech': `"The pipe is 9" across and 6' long," the plumber said. "You need a 12" one." He held up the old 9" pipe.`,

  'inches that look like closing marks': `He is 6’ 2” tall and owns a 9” pan. “It needs a 12” one,” the cook said. “And a lid, for a 5½” pot.”`,

  'minutes and seconds': `The wreck lies at 51°30'12" N, 0°7'39" W, and the diver stayed down for 4'30".`,

  primes: `The tower stands 142′ 6″ high, and its door is 6′ by 3′ 4″.`,

  'records and ellipses': `The band's 12" single came out in '84. "... and then nothing," the drummer said. "For ten years..."`,

  'a block quote': `The letter begins:

> We the undersigned ask you to think again. Two buses a day. No shelter. No light.
>
> Ain't nobody coming to fix it but us.

It has 412 names.`,

  'a block quote in marks': `> “They told us to wait. So we waited.
>
> “Then they told us to go home.”
>
> — Rosa Lind, 71, of Mill Lane`,

  'a transcript': `DISPATCHER: 911, what's the address of the emergency?

CALLER: It's, um, it's the red house. The red one, on Pike.

DISPATCHER: Okay. And is he breathing?

CALLER: I don't know. He ain't — he don't look right.

DISPATCHER: Stay with me. You doing real good.`,

  'questions and answers': `**Q: You said "never again." What changed?**

A: My mind. Also my bank account. I says to my wife, “One more year.” She says, “Fine, but you're cooking.”

Q: And?

A: And I been cooking.`,

  dialect: `“We was stood there an hour, me and our kid, and he don't say nothing,” Pickersgill said. “Them lads has been good to us. I seen worse.”`,

  'fragments in speech': `“Because I could,” she said. “Because nobody else would. Although, if you ask my mother. Well. Not now.”`,

  'short sentences for effect': `I came, I saw, I left. “It rained, we sang, nobody minded,” the choirmaster said. You snooze, you lose.`,

  'marks around titles and words': `The play, called “Salt,” opens with the word “no”; its sequel, ‘Pepper’, ends on “yes”. Critics called the first “thin”, the second “thinner” (“and not in a good way”).`,

  'brackets in speech': `“[The council] knew about it (and so did he),” the clerk said. “It's in the minutes [of 4 May].”`,

  'points in speech': `He said: “We want (a) time and (b) money.” She said: “1) no, 2) never.”`,

  'a question within a statement': `Did she really say “I resign”? She did: “I resign!” Then: “Where's my coat?”`,

  'speech in a list': `What they said:

- “Too loud.” — Pike Street resident
- “Not loud enough” — drummer
- 'It's a shed': the mayor`,
};
