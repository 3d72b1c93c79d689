import { runTool } from './runTool.mjs';

runTool('start', process.argv.slice(2));
