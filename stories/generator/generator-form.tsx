import { useId, useState } from 'react';
import { type Configuration, initialConfiguration } from './configuration';
import { type Field, type FieldGroup, fieldGroups } from './fields';

type FormProps = { configuration: Configuration; onChange: (configuration: Configuration) => void };

/** A form for every option. */
export function GeneratorForm({ configuration, onChange }: FormProps) {
  return (
    <form className="generator-form" onSubmit={(event) => event.preventDefault()}>
      {fieldGroups.map((group) => (
        <Group key={group.title} {...group} {...{ configuration, onChange }} />
      ))}
    </form>
  );
}

/** Open where there is something to see; from then on, the visitor's own decision. */
function Group({ title, fields, isOpen, configuration, onChange }: FieldGroup & FormProps) {
  const [open, setOpen] = useState(() => isOpen || fields.some(({ name }) => isChanged(name)));
  function isChanged(name: string) {
    return configuration[name] !== initialConfiguration[name];
  }
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      <div className="generator-fields">
        {fields.map((field) => (
          <FormField
            key={field.name}
            field={field}
            value={configuration[field.name] ?? ''}
            onChange={(value) => onChange({ ...configuration, [field.name]: value })}
          />
        ))}
      </div>
    </details>
  );
}

type FieldProps = { field: Field; value: string; onChange: (value: string) => void };

function FormField({ field, value, onChange }: FieldProps) {
  const { name, label, hint, kind = 'text', choices, placeholder } = field;
  const id = useId();
  const shared = { id, name, 'aria-describedby': `${id}-hint` };
  const help = (
    <span className="story-hint" id={`${id}-hint`}>
      {hint}
    </span>
  );
  if (kind === 'checkbox') {
    return (
      <label className="generator-check">
        <input
          {...shared}
          type="checkbox"
          aria-labelledby={`${id}-label`}
          checked={value === 'true'}
          onChange={({ target }) => onChange(target.checked ? 'true' : '')}
        />
        <span>
          <span id={`${id}-label`}>{label}</span>
          {help}
        </span>
      </label>
    );
  }
  return (
    <div className="generator-field">
      <label htmlFor={id}>{label}</label>
      {choices ? (
        <select {...shared} value={value} onChange={({ target }) => onChange(target.value)}>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice || '—'}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type={kind}
          value={value}
          placeholder={placeholder}
          min={kind === 'number' ? 0 : undefined}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {help}
    </div>
  );
}
