// A file system in memory: what a workspace is made of that lies nowhere on this machine.
const vscode = require('vscode');

const files = new Map([
  ['/ws/design/feed.md', '---\ndesignls: true\n---\n\n# Feed\n\n## Goals\n\nThe system must be highly scalable.\n'],
]);
const folders = new Set(['/', '/ws', '/ws/design']);
const changes = new vscode.EventEmitter();

const missing = (uri) => {
  throw vscode.FileSystemError.FileNotFound(uri);
};

exports.activate = (context) =>
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memfs', {
      onDidChangeFile: changes.event,
      watch: () => new vscode.Disposable(() => undefined),
      stat(uri) {
        if (folders.has(uri.path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
        const text = files.get(uri.path) ?? missing(uri);
        return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: text.length };
      },
      readDirectory: (uri) =>
        [...folders, ...files.keys()]
          .filter((name) => name.startsWith(uri.path + '/') && !name.slice(uri.path.length + 1).includes('/'))
          .map((name) => [name.slice(uri.path.length + 1), files.has(name) ? 1 : 2]),
      readFile: (uri) => new TextEncoder().encode(files.get(uri.path) ?? missing(uri)),
      writeFile: (uri, content) => void files.set(uri.path, new TextDecoder().decode(content)),
      createDirectory: (uri) => void folders.add(uri.path),
      delete: (uri) => void files.delete(uri.path),
      rename: (from, to) => void files.set(to.path, files.get(from.path)),
    }),
  );
