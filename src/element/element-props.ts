import type { AttributeName } from './element-attributes';
import type { ConnectButtonEventMap } from './element-events';
import type { CarriedOptions } from './element-options';

type Attributes = { [Name in AttributeName]?: string | number | boolean | undefined };

/** As React 19 writes the listeners of an element: `onconnect-callback`. */
type Listeners = {
  [Type in keyof ConnectButtonEventMap as `on${Type}`]?:
    | ((event: ConnectButtonEventMap[Type]) => void)
    | undefined;
};

/**
 * The element's own attributes, properties and listeners, for the JSX types of React 19 and the templates
 * of Vue.
 *
 * @example
 * declare module 'vue' {
 *   interface GlobalComponents {
 *     'dialog-connect-button': new () => { $props: ConnectButtonElementProps };
 *   }
 * }
 */
export type ConnectButtonElementProps = Attributes & Listeners & CarriedOptions;
