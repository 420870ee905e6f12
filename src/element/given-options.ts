/** Those of the options that are there: one that is `undefined` or `null` changes nothing. */
export const givenOptions = <Options extends object>(options: Options): Options =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value != null)) as Options;
