/** @jsxImportSource hono/jsx */

/** A labelled text field with an optional hint. */
export function Field(props: {
  label: string;
  name?: string;
  type?: string;
  value?: string | undefined;
  hint?: string | undefined;
  autocomplete?: string;
  autofocus?: boolean;
  required?: boolean;
  readonly?: boolean;
  /** The page's error is about this field. */
  invalid?: boolean;
}) {
  const { label, hint, invalid, ...input } = props;
  const id = label.toLowerCase().replace(/\W+/g, '-');
  const describedBy = [invalid && 'error', hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        aria-invalid={invalid ? 'true' : undefined}
        aria-describedby={describedBy || undefined}
        {...input}
      />
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
