/** Lets plain node run the project's TypeScript: node -r ./test/support/register-swc.cjs FILE.ts */

const { readFileSync } = require('node:fs');
const { SourceMap } = require('node:module');
const { transformSync } = require('@swc/core');

const options = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs' },
  sourceMaps: true,
  swcrc: false,
};
const maps = new Map();

require.extensions['.ts'] = (module, filename) => {
  const { code, map } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
  maps.set(filename, map);
  module._compile(code, filename);
};

/** A frame of a stack, at its place in the TypeScript. */
module.exports.located = (frame) => {
  const map = maps.get(frame.getFileName());
  if (!map) return frame;
  const entry = new SourceMap(JSON.parse(map)).findEntry(
    frame.getLineNumber() - 1,
    frame.getColumnNumber() - 1,
  );
  const place = {
    getLineNumber: () => entry.originalLine + 1,
    getColumnNumber: () => entry.originalColumn + 1,
  };
  return new Proxy(frame, {
    get: (target, key) =>
      place[key] ?? (typeof target[key] === 'function' ? target[key].bind(target) : target[key]),
  });
};
