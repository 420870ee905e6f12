import type { OriginName, Origins } from './fixture-server';
import type { AppConfig, ButtonConfig } from './fixtures/app-config';

export type QueryParameters = Record<string, string | string[]>;

/** The fixture app; its buttons lead to the fixture hub and back to `/redirect/module`. */
export type StageApp = Omit<AppConfig, 'buttons'> & {
  buttons?: (ButtonConfig & {
    /** Parameters of the hub's page, such as its `header`. */
    hub?: QueryParameters;
  })[];
};

/** Which button the app has: React's, the element, or the published package's with its redirect page. */
export type Library = 'ours' | 'element' | 'published';

/** The addresses of one test's pages: the server logs by test. */
export function createAddresses(origins: Origins, test: string, library: Library = 'ours') {
  /** The address of a fixture page. */
  const url = (from: OriginName, path: string, parameters: QueryParameters = {}) => {
    const address = new URL(path, origins[from]);
    address.searchParams.append('test', test);
    if (library !== 'ours') address.searchParams.append('library', library);
    for (const [name, values] of Object.entries(parameters)) {
      for (const value of [values].flat()) address.searchParams.append(name, value);
    }
    return address.href;
  };

  const appUrl = ({ buttons = [{}], ...app }: StageApp = {}, parameters: QueryParameters = {}) => {
    const config: AppConfig = {
      ...app,
      buttons: buttons.map(({ hub, queryParameters, ...button }) => ({
        onboardingUrl: url('hub', '/onboarding/ID', hub).replace('ID', '{partnerId}'),
        queryParameters: { redirect_url: url('app', '/redirect/module'), ...queryParameters },
        ...button,
      })),
    };
    return url('app', '/app', { ...parameters, config: JSON.stringify(config) });
  };

  return { url, appUrl };
}
