import { runTool } from './runTool.mjs';

runTool('test', process.argv.slice(2));
