// `node src/tools/run.mjs NAME [ARGUMENT…]` runs the tool src/tools/NAME.ts or src/tools/NAME/main.ts.
import { runTool } from './runTool.mjs';

const [name = '', ...args] = process.argv.slice(2);
runTool(name, args);
