// What the package's entries export is documented where it is declared: every name, and every field of every type.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const manifest: { exports: Record<string, string> } = JSON.parse(
  readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
);
const entries = Object.entries(manifest.exports)
  .map(([name, file]) => [name, file.replace('index.js', 'index.d.ts')] as const)
  .filter(([, file]) => file.endsWith('.ts'));

const program = ts.createProgram(
  entries.map(([, file]) => path.join(ROOT, file)),
  {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ESNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: ['node', 'astro/client'],
  },
);
const checker = program.getTypeChecker();

const isOurs = (node: ts.Node) => {
  const { fileName } = node.getSourceFile();
  return fileName.startsWith(ROOT) && !fileName.includes('/node_modules/');
};

const isDocumented = (symbol: ts.Symbol) =>
  symbol.getDocumentationComment(checker).length > 0 || symbol.getJsDocTags(checker).length > 0;

/** Names of what an entry exports that say nothing of themselves, fields as `Type.field`. */
function undocumented(file: string): string[] {
  const source = program.getSourceFile(path.join(ROOT, file));
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${file} exports nothing.`);
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const own = (symbol.declarations ?? []).filter(isOurs);
    if (own.length === 0) return [];
    const fields = own
      .filter((node) => ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node))
      .flatMap((node) => [...node.members])
      .filter((member) => member.name && !ts.isPrivateIdentifier(member.name))
      .flatMap((member) => (member.name && checker.getSymbolAtLocation(member.name)) ?? []);
    return [
      ...(isDocumented(symbol) ? [] : [exported.name]),
      ...fields.filter((field) => !isDocumented(field)).map((field) => `${exported.name}.${field.name}`),
    ];
  });
}

test.each(entries)('%s exports nothing that does not say what it is', (_, file) => {
  expect(undocumented(file)).toEqual([]);
});
