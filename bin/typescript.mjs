import { fileURLToPath } from 'node:url';
import { register as registerForRequire } from 'tsx/cjs/api';
import { register } from 'tsx/esm/api';

let unregister = async () => {};

/**
 * Runs a TypeScript file of the project. The aliases are those of tsconfig.node.json, wherever the command was called
 * from.
 *
 * @param {URL} file
 */
export async function runTypeScript(file) {
  const tsconfig = fileURLToPath(new URL('../tsconfig.node.json', import.meta.url));
  process.env.TSX_TSCONFIG_PATH = tsconfig;
  const unregisterForRequire = registerForRequire();
  const unregisterForImport = register({ tsconfig });
  unregister = async () => {
    unregisterForRequire();
    await unregisterForImport();
  };
  await import(file.href);
}

/** From now on files are loaded as they are: the built pages need no translation, and load faster without. */
export async function leaveTypeScript() {
  await unregister();
}
