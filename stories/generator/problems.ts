import { buildOnboardingUrl, isOnboardingError } from 'react-360dialog-connect';
import { connectTheme } from 'react-360dialog-connect/styled';
import { contrast } from '../../scripts/contrast';
import { isTokenValue } from '../../src/styled/is-token-value';
import { type Configuration, toOptions } from './configuration';
import { isColor } from './look';

/** What is wrong, by the name of its field. */
export type Problems = Record<string, string>;

const isNotNegative = (value: string) => Number(value) >= 0;

/** As WCAG asks of text. */
const leastContrast = 4.5;

/** What each field can tell by itself; no entry, no complaint. */
const checks: Record<string, (value: string, all: Configuration) => string> = {
  timeout: (value) => (isNotNegative(value) ? '' : 'Milliseconds, 0 or more.'),
  radius: (value) =>
    isNotNegative(value) && Number.isFinite(Number(value)) ? '' : 'Pixels, 0 or more.',
  fontFamily: (value) =>
    isTokenValue(value) ? '' : 'Names with commas between. Close every quote, and no ; { } < > @ !',
  redirectOrigins: (value) =>
    value.split(/\s+/).every(isOrigin) ? '' : 'Whole origins, like https://connect.example.com.',
  fillColor: (value) => (isColor(value) ? '' : 'Six hexadecimal digits, like #0b5cd5.'),
  textColor(value, { fillColor }) {
    if (!isColor(value)) return 'Six hexadecimal digits, like #ffffff.';
    const { light, dark } = connectTheme.color;
    // Without a color of its own, the button has one on light pages and one on dark ones.
    const fills = fillColor ? [fillColor] : [light.fill.rest, dark.fill.rest];
    return fills.map((fill) => contrastProblem(fill, value)).find(Boolean) ?? '';
  },
};

function isOrigin(value: string): boolean {
  try {
    return ['https:', 'http:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
}

function contrastProblem(fill: string, text: string): string {
  if (!isColor(fill)) return '';
  const ratio = contrast(fill, text);
  if (ratio >= leastContrast) return '';
  return `On the button color ${fill} its contrast is ${ratio.toFixed(1)}:1; text needs ${leastContrast}:1.`;
}

/** The fields that the library or a reader of the button would refuse. */
export function problemsOf(configuration: Configuration): Problems {
  const own = Object.entries(checks).flatMap(([name, check]) => {
    const value = configuration[name]?.trim();
    const problem = value && check(value, configuration);
    return problem ? [[name, problem]] : [];
  });
  return { ...problemOfHub(configuration), ...Object.fromEntries(own) };
}

/** What the library itself says: the name of the option begins its text. */
function problemOfHub(configuration: Configuration): Problems {
  try {
    buildOnboardingUrl(toOptions(configuration));
    return {};
  } catch (error) {
    if (!isOnboardingError(error)) throw error;
    const [, name = 'partnerId'] = /^invalid (\w+)/.exec(error.message) ?? [];
    return { [name]: error.message };
  }
}
