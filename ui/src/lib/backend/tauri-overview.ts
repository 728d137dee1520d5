import { getCurrentWebview } from '@tauri-apps/api/webview';

import { commands } from './bindings.ts';
import { caught } from './caught.ts';
import type { OverviewBackend } from './overview.ts';

const nameOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

export const tauriOverview: OverviewBackend = {
  overview: (lang) => caught(commands.overview(lang)),
  answerOn: (lang, revision, day) => caught(commands.answerOn(lang, revision, day)),
  compareRoutes: (lang, revision) => caught(commands.compareRoutes(lang, revision)),
  onDrag(listen) {
    const started = getCurrentWebview().onDragDropEvent(({ payload }) => {
      if (payload.type === 'leave') return listen(null);
      // Places come in the pixels of the screen.
      const { x, y } = payload.position.toLogical(window.devicePixelRatio);
      const names = payload.type === 'over' ? [] : payload.paths.map(nameOf);
      listen({ phase: payload.type === 'drop' ? 'drop' : 'over', x, y, names });
    });
    return () => void started.then((stop) => stop());
  },
};
