import { useRef } from 'react';

interface ChoiceBoxProps {
  readonly label: string;
  readonly chosen: boolean;
  /** With Shift, all from the last one that was chosen to this one. */
  onChoose(through: boolean): void;
}

/** The plain control: a list draws hundreds of rows a second, and this is in each of them. */
export function ChoiceBox({ label, chosen, onChoose }: ChoiceBoxProps) {
  const shift = useRef(false);
  return (
    <input
      type="checkbox"
      className="transcript-choice"
      aria-label={label}
      checked={chosen}
      // A change does not tell which keys were held.
      onPointerDown={(event) => (shift.current = event.shiftKey)}
      onKeyDown={(event) => (shift.current = event.shiftKey)}
      onChange={() => onChoose(shift.current)}
    />
  );
}
