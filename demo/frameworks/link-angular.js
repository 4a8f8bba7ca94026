import { transformAsync } from '@babel/core';
import linker from '@angular/compiler-cli/linker/babel';

/** Finishes what Angular's own packages leave to a build, as its command line does, so that no page needs a compiler. */
export const linkAngular = {
  name: 'link-angular',
  transform: {
    filter: { id: /node_modules\/@angular\//, code: /ɵɵngDeclare/ },
    async handler(code, id) {
      const linked = await transformAsync(code, {
        filename: id,
        plugins: [linker],
        compact: false,
        configFile: false,
        babelrc: false,
      });
      return { code: linked.code, map: null };
    },
  },
};
