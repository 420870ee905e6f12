import { useId, useState } from 'react';
import { type Configuration, initialConfiguration } from './configuration';
import { type Field, type FieldGroup, fieldGroups } from './fields';
import type { Problems } from './problems';

type FormProps = {
  configuration: Configuration;
  problems: Problems;
  onChange: (configuration: Configuration) => void;
};

/** A form for every option. */
export function GeneratorForm(props: FormProps) {
  return (
    <form className="generator-form" onSubmit={(event) => event.preventDefault()}>
      {fieldGroups.map((group) => (
        <Group key={group.title} {...group} {...props} />
      ))}
    </form>
  );
}

/** Open where there is something to see; from then on, the visitor's own decision. */
function Group({
  title,
  fields,
  isOpen,
  configuration,
  problems,
  onChange,
}: FieldGroup & FormProps) {
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
            problem={problems[field.name]}
            onChange={(value) => onChange({ ...configuration, [field.name]: value })}
          />
        ))}
      </div>
    </details>
  );
}

type FieldProps = {
  field: Field;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
};

function FormField({ field, value, problem, onChange }: FieldProps) {
  const { name, label, hint, kind = 'text', choices, placeholder } = field;
  const id = useId();
  const shared = {
    id,
    name,
    'aria-describedby': `${id}-hint`,
    'aria-invalid': problem ? true : undefined,
  };
  const help = (
    <span className={problem ? 'generator-problem' : 'story-hint'} id={`${id}-hint`}>
      {problem ?? hint}
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
