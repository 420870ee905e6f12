import ts from 'typescript';

/** The source as the compiler sees it. */
export type Source = { checker: ts.TypeChecker; entries: ReadonlyMap<string, ts.SourceFile> };

/** One property of a type, as its doc block tells it. */
export type DocumentedProperty = {
  name: string;
  type: string;
  isRequired: boolean;
  /** The doc block without tags, on one line. */
  text: string;
  /** What `@default` says. */
  byDefault: string | undefined;
  isDeprecated: boolean;
};

/** Reads entries, such as `src/index.ts`, and all that they import. */
export function readSource(paths: string[]): Source {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, '.');
  const program = ts.createProgram(paths, options);
  return {
    checker: program.getTypeChecker(),
    entries: new Map(paths.map((path) => [path, program.getSourceFile(path)!])),
  };
}

/** What an entry exports, by name; behind a re-export stands the thing itself. */
export function exportsOf({ checker, entries }: Source, path: string): Map<string, ts.Symbol> {
  const module = checker.getSymbolAtLocation(entries.get(path)!)!;
  return new Map(
    checker
      .getExportsOfModule(module)
      .map((each) => [
        each.name,
        each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each,
      ]),
  );
}

/** The doc block's text, tags left out. */
export const docText = ({ checker }: Source, symbol: ts.Symbol): string =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker));

/** The properties that an exported type has, own ones and those of the types it is made of. */
export function propertiesOf(source: Source, type: ts.Symbol): DocumentedProperty[] {
  const properties = source.checker.getPropertiesOfType(
    source.checker.getDeclaredTypeOfSymbol(type),
  );
  return properties.map((property) => describe(source, property));
}

/** Those only that the type itself writes down; none of anything but a type. */
export function ownPropertiesOf(source: Source, type: ts.Symbol): DocumentedProperty[] {
  const declaration = type.declarations?.find(ts.isTypeAliasDeclaration);
  return (declaration ? membersIn(declaration.type) : []).flatMap((member) => {
    const symbol = member.name && source.checker.getSymbolAtLocation(member.name);
    return symbol ? [describe(source, symbol)] : [];
  });
}

/** A public member of a class that has a doc block. */
type DocumentedMember = DocumentedProperty & { isMethod: boolean };

/** What a class offers its users: what has no doc block is for the platform. */
export function membersOf(source: Source, type: ts.Symbol): DocumentedMember[] {
  const declaration = type.declarations?.find(ts.isClassDeclaration);
  const members = declaration?.members.flatMap((member) => {
    const symbol = member.name && source.checker.getSymbolAtLocation(member.name);
    const isStatic = ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static;
    if (!symbol || isStatic || symbol.name.startsWith('#') || ts.isSetAccessor(member)) return [];
    return { ...describe(source, symbol), isMethod: ts.isMethodDeclaration(member) };
  });
  return members?.filter(({ text }) => text) ?? [];
}

/** The words of a type such as `'popup' | 'redirect'`. */
export function wordsOf({ checker }: Source, type: ts.Symbol): string[] {
  const declared = checker.getDeclaredTypeOfSymbol(type);
  const parts = declared.isUnion() ? declared.types : [declared];
  return parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
}

function membersIn(node: ts.TypeNode): readonly ts.TypeElement[] {
  if (ts.isTypeLiteralNode(node)) return node.members;
  return ts.isIntersectionTypeNode(node) ? node.types.flatMap(membersIn) : [];
}

function describe(source: Source, property: ts.Symbol): DocumentedProperty {
  const tags = property.getJsDocTags(source.checker);
  const tag = (name: string) => {
    const found = tags.find((each) => each.name === name);
    return found && ts.displayPartsToString(found.text);
  };
  return {
    name: property.name,
    type: typeText(source, property),
    isRequired: !(property.flags & ts.SymbolFlags.Optional),
    text: (docText(source, property) || tag('deprecated') || '').replace(/\s+/g, ' '),
    byDefault: tag('default'),
    isDeprecated: tag('deprecated') !== undefined,
  };
}

/** As it is written; a named set of words is spelled out. */
function typeText({ checker }: Source, property: ts.Symbol): string {
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(property));
  const parts = type.isUnion() ? type.types : [];
  if (parts.length > 0 && parts.every((part) => part.isStringLiteral())) {
    return parts.map(({ value }) => `'${value}'`).join(' | ');
  }
  const declaration = property.declarations?.[0];
  if (!declaration) return checker.typeToString(type);
  if (ts.isMethodSignature(declaration) || ts.isMethodDeclaration(declaration)) {
    const parameters = declaration.parameters.map((each) => each.getText()).join(', ');
    return `(${parameters}) => ${declaration.type?.getText()}`;
  }
  const written = ts.isPropertySignature(declaration) ? declaration.type?.getText() : undefined;
  const text = (written ?? checker.typeToString(type)).replace(/\s+/g, ' ');
  // Every option takes `undefined`, so that says nothing.
  const short = text.replace(/^\| /, '').replaceAll(' | undefined', '');
  return short.replace(/^\((.* => [^()]+)\)$/, '$1');
}
