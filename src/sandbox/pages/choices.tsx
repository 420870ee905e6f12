/** @jsxImportSource hono/jsx */

/** One tick box or radio button. */
type Choice = { value: string; label: string; note?: string | undefined; checked: boolean };

/** A group of tick boxes or radio buttons; the first ticked one (or the first) takes the focus. */
export function Choices(props: {
  legend: string;
  name: string;
  type: 'checkbox' | 'radio';
  choices: readonly Choice[];
  /** The page's error is about this group. */
  invalid?: boolean;
  /** Not the first field to fill in. */
  keepFocusAway?: boolean;
}) {
  const { legend, name, type, choices, invalid, keepFocusAway } = props;
  const ticked = choices.findIndex(({ checked }) => checked);
  const focused = type === 'radio' ? Math.max(ticked, 0) : 0;
  return (
    <fieldset class="choices" aria-describedby={invalid ? 'error' : undefined}>
      <legend>{legend}</legend>
      {choices.map(({ value, label, note, checked }, index) => (
        <label class="choice" key={value}>
          <input
            type={type}
            name={name}
            value={value}
            checked={checked}
            autofocus={!keepFocusAway && index === focused}
          />
          <span>{label}</span>
          {note && <small>{note}</small>}
        </label>
      ))}
    </fieldset>
  );
}
