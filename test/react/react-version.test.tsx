import { render, screen } from '@testing-library/react';
import { useId, version } from 'react';
import { version as domVersion } from 'react-dom';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';

function Version() {
  useId(); // Throws where react and react-dom are of different makes.
  return <p>{version}</p>;
}

it('these tests run on the React they claim, from the hooks to the testing library', () => {
  const major = new RegExp(`^${process.env['REACT_MAJOR']}\\.`);

  render(<Version />);

  expect(screen.getByText(major)).toHaveTextContent(version);
  expect(renderToString(<Version />)).toBe(`<p>${version}</p>`);
  expect(domVersion).toBe(version);
});
