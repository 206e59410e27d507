#!/usr/bin/env node
// Starts the program of this system, which a package of its own brought. Nothing is downloaded.
'use strict';
const { spawn } = require('node:child_process');
const { constants } = require('node:os');

const name = `vakwerk-${process.platform}-${process.arch}`;
const file = process.platform === 'win32' ? 'vakwerk.exe' : 'vakwerk';
let program;
try {
  program = require.resolve(`${name}/bin/${file}`);
} catch {
  console.error(`error: the package ${name} is not installed: either there is none for this system, or packages were installed
without the optional ones (npm install --include=optional). Other ways to install are in the documentation.`);
  process.exit(1);
}
const running = spawn(program, process.argv.slice(2), { stdio: 'inherit' });
// Whoever ends this process means the program.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => running.kill(signal));
running.on('error', (error) => {
  console.error(`error: ${program} cannot be started: ${error.message}`);
  process.exit(1);
});
running.on('exit', (status, signal) => process.exit(signal ? 128 + constants.signals[signal] : status));
