// Compiles the native libraries: node build.mjs --rid linux-x64 --out DIR
// Environment: CC (compiler, may carry arguments), CFLAGS (added last).
// Does nothing if DIR holds the outcome of the same inputs already.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = path.dirname(fileURLToPath(import.meta.url));
const treeSitter = 'node_modules/tree-sitter/vendor/tree-sitter/lib';
const libraries = [
  {
    name: 'codexaura-treesitter',
    sources: [`${treeSitter}/src/lib.c`, 'shim/arena.c', 'shim/parse.c', 'shim/reader.c', 'shim/syntax_table.c'],
    flags: ['-O3', `-I${treeSitter}/include`, `-I${treeSitter}/src`, '-Ishim', '-D_POSIX_C_SOURCE=200112L', '-D_DEFAULT_SOURCE'],
  },
  grammar('python'),
];
const samples = path.join(here, '../../samples');
const shared = ['-std=c11', '-fPIC', '-fvisibility=hidden', '-shared', '-w'];

class BuildError extends Error {}

function grammar(language) {
  const source = `node_modules/tree-sitter-${language}/src`;
  return {
    name: `tree-sitter-${language}`,
    sources: ['parser.c', 'scanner.c'].map(file => `${source}/${file}`),
    flags: ['-O2', `-I${source}`],
  };
}

function fileName(rid, library) {
  if (rid.startsWith('win')) return `${library.name}.dll`;
  return `lib${library.name}.${rid.startsWith('osx') ? 'dylib' : 'so'}`;
}

function targetFlags(rid, library) {
  if (rid.startsWith('osx'))
    return ['-arch', rid.endsWith('arm64') ? 'arm64' : 'x86_64', `-Wl,-install_name,@rpath/${fileName(rid, library)}`];
  // The library marks its functions for ELF and Mach-O only.
  if (rid.startsWith('win')) return ['-static-libgcc', '-Wl,--export-all-symbols'];
  return ['-Wl,-z,relro,-z,now'];
}

function findCompiler(rid) {
  const hostOs = { linux: 'linux', darwin: 'osx', win32: 'win' }[process.platform];
  const isNative = rid.startsWith(hostOs) && (hostOs === 'osx' || rid.endsWith(process.arch));
  if (process.env.CC) {
    const [command, ...flags] = process.env.CC.trim().split(/\s+/);
    if (spawnSync(command, ['--version']).status !== 0)
      throw new BuildError(`The C compiler that CC names, '${process.env.CC}', does not run: correct or unset CC.`);
    return { command, flags, isNative };
  }
  if (rid.startsWith('win'))
    throw new BuildError('Building for Windows needs a GNU-style compiler: set CC (for example to x86_64-w64-mingw32-gcc of mingw-w64), or set the MSBuild property CodexAuraNativeDir to a folder with prebuilt ones; eng/native/README.md shows both.');
  if (!isNative)
    throw new BuildError(`Building for ${rid} on another kind of machine needs a cross compiler: set CC (for example to aarch64-linux-gnu-gcc), or set the MSBuild property CodexAuraNativeDir to a folder with prebuilt libraries.`);
  const command = ['cc', 'clang', 'gcc'].find(candidate => spawnSync(candidate, ['--version']).status === 0);
  if (!command)
    throw new BuildError(`No C compiler found: install one (Debian, Ubuntu: apt-get install gcc libc6-dev; Fedora: dnf install gcc; macOS: xcode-select --install), or set CC.`);
  return { command, flags: [], isNative };
}

function run(command, args, { input = '', env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: here, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    child.stdin.on('error', () => {});  // it ended without reading all; its exit code says why
    child.stdin.end(input);
    let output = '';
    child.stdout.on('data', data => output += data);
    child.stderr.on('data', data => output += data);
    child.on('error', error => reject(new BuildError(`'${command}' could not be started (${error.code}).`)));
    child.on('close', code => code === 0 ? resolve() : reject(Object.assign(new BuildError(`'${command}' failed with exit code ${code}.`), { output })));
  });
}

async function fetchSources(lockHash) {
  const stamp = path.join(here, 'node_modules', '.codexaura-lock');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lockHash) return;
  try {
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  } catch (error) {
    throw Object.assign(new BuildError(`The tree-sitter sources could not be fetched: install npm if it is missing (it comes with Node.js), and check that it reaches its registry. ${error.message}`), { output: error.output });
  }
  fs.writeFileSync(stamp, lockHash);
}

function extraFlags() {
  return (process.env.CFLAGS ?? '').split(/\s+/).filter(Boolean);
}

async function compile(rid, folder, library, compiler, profileFlags) {
  const output = path.join(folder, fileName(rid, library));
  await run(compiler.command, [
    ...compiler.flags, ...shared, ...library.flags, ...targetFlags(rid, library), ...profileFlags, ...extraFlags(), ...library.sources, '-o', output]);
}

function trainingFiles() {
  return fs.readdirSync(samples, { recursive: true }).filter(file => file.endsWith('.py')).sort().map(file => path.join(samples, file));
}

// Libraries compiled with the knowledge of which branches are taken parse in three quarters of the time. GCC names the files of a
// profile after the output, so both compilations have the same one. Without GCC, or on a platform that can't run what was
// compiled, there is no profile. It is made of the samples alone, so that every machine makes the same libraries.
async function profile(rid, folder, compiler) {
  const banner = spawnSync(compiler.command, [...compiler.flags, '--version'], { encoding: 'utf8' }).stdout;
  if (!compiler.isNative || !rid.startsWith('linux') || !/Free Software Foundation/.test(banner)) return [];
  const data = path.join(folder, 'profile');
  try {
    await Promise.all(libraries.map(library => compile(rid, folder, library, compiler, [`-fprofile-generate=${data}`])));
    const program = path.join(folder, 'train');
    await run(compiler.command, [...compiler.flags, '-O2', `-I${treeSitter}/include`, '-Ishim', 'train.c', '-o', program,
      `-L${folder}`, ...libraries.map(library => `-l${library.name}`), `-Wl,-rpath,${folder}`, ...extraFlags()]);
    await run(program, [], { input: trainingFiles().join('\n') + '\n' });
    return [`-fprofile-use=${data}`, '-fprofile-partial-training'];
  } catch (error) {
    console.log(`eng/native: compiled without a profile, which makes parsing slower: ${error.message}`);
    return [];
  }
}

// Builds of two configurations may come here at the same time.
async function locked(action) {
  const lock = path.join(here, '.build-lock');
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isHeld(lock)) fs.rmSync(lock, { force: true });
      else await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
  try {
    return await action();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function isHeld(lock) {
  try {
    const holder = Number(fs.readFileSync(lock, 'utf8'));
    if (holder === 0) return Date.now() - fs.statSync(lock).mtimeMs < 1000;  // created, not written yet
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function hash(...texts) {
  return texts.reduce((all, text) => all.update(text).update('\0'), createHash('sha256')).digest('hex');
}

async function main() {
  const { values: { rid, out } } = parseArgs({ options: { rid: { type: 'string' }, out: { type: 'string' } } });
  if (!rid || !out) throw new BuildError('Usage: node build.mjs --rid RID --out DIR');
  const lockHash = hash(fs.readFileSync(path.join(here, 'package-lock.json')));
  const inputs = ['build.mjs', 'train.c', ...fs.readdirSync(path.join(here, 'shim')).sort().map(file => `shim/${file}`), ...trainingFiles()];
  const key = hash(lockHash, rid, process.env.CC ?? '', process.env.CFLAGS ?? '', ...inputs.map(file => fs.readFileSync(path.resolve(here, file))));
  const stamp = path.join(out, 'inputs.sha256');
  const outputs = libraries.map(library => path.join(out, fileName(rid, library)));

  await locked(async () => {
    const isCurrent = fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === key && outputs.every(file => fs.existsSync(file));
    if (!isCurrent) {
      const compiler = findCompiler(rid);
      await fetchSources(lockHash);
      const folder = path.resolve(out, 'partial');
      fs.rmSync(folder, { recursive: true, force: true });
      fs.mkdirSync(folder, { recursive: true });
      const profileFlags = await profile(rid, folder, compiler);
      await Promise.all(libraries.map(library => compile(rid, folder, library, compiler, profileFlags)));
      // A running process keeps the old file, a new one never sees half a file.
      for (const library of libraries) fs.renameSync(path.join(folder, fileName(rid, library)), path.join(out, fileName(rid, library)));
      fs.rmSync(folder, { recursive: true });
      fs.writeFileSync(stamp, key);
    }
    // MSBuild compares times.
    const now = new Date();
    for (const file of [...outputs, stamp]) fs.utimesSync(file, now, now);
  });
}

main().catch(error => {
  if (error.output) console.log(error.output.trim());
  // The form that MSBuild reads as an error.
  console.error(`eng/native/build.mjs : error CAN001: ${error instanceof BuildError ? error.message : error.stack}`);
  process.exitCode = 1;
});
