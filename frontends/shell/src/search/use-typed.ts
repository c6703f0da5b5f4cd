import { useEffect, useEffectEvent, useState } from 'react';

const TYPING_MS = 300;

/** For an input. */
export interface Typed {
  value: string;
  onChange: (event: { currentTarget: { value: string } }) => void;
  onBlur: () => void;
}

/**
 * A text field whose value is kept elsewhere: told when typing pauses, and followed when it changes there.
 * @param tell `again` when the field was not left since it told before
 */
export function useTyped(value: string, tell: (text: string, again: boolean) => void): Typed {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const [told, setTold] = useState<string | null>(null);
  const [again, setAgain] = useState(false);
  if (known !== value) {
    setKnown(value);
    // What was told comes back while more is typed already.
    if (value === told) setTold(null);
    else setText(value);
  }
  const settle = useEffectEvent(() => {
    if (text === value) return;
    setTold(text);
    setAgain(true);
    tell(text, again);
  });
  useEffect(() => {
    const timer = setTimeout(() => settle(), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return {
    value: text,
    onChange: ({ currentTarget }) => setText(currentTarget.value),
    onBlur: () => setAgain(false),
  };
}
