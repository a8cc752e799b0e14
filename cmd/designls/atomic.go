package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// replaceFile replaces the content of a file, whole or not at all, keeping its
// permissions; a symbolic link stays one. It refuses when the file no longer
// holds what the caller read, and when it is read-only: putting another in its
// place would need no leave to write it.
func replaceFile(name, before, after string) error {
	path, err := filepath.EvalSymlinks(name)
	if err != nil {
		return unwritten(name, err)
	}
	info, err := os.Stat(path)
	if err != nil {
		return unwritten(name, err)
	}
	if err := checkWritable(path, info); err != nil {
		return unwritten(name, err)
	}
	temporary, err := writeBeside(path, after, info.Mode().Perm())
	if err != nil {
		return unwritten(name, err)
	}
	// The last moment at which a change by somebody else can be noticed.
	current, err := os.ReadFile(path)
	if err == nil && string(current) != before {
		err = errors.New("it changed in the meantime; run the action again")
	}
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		return unwritten(name, errors.Join(err, os.Remove(temporary)))
	}
	return nil
}

// checkWritable also heeds the mode where the user may write everything.
func checkWritable(path string, info os.FileInfo) error {
	if info.Mode().Perm()&0o222 == 0 {
		return errors.New("it is read-only; make it writable first")
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return f.Close()
}

// writeBeside writes a new file in the folder of another, so that it can be
// renamed to it.
func writeBeside(path, content string, mode os.FileMode) (name string, err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(content)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err != nil {
		return "", errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), nil
}

func unwritten(name string, err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%s was left unchanged: you may not write it, or no new file beside it; check the permissions of the file and its folder", name)
	}
	return fmt.Errorf("%s was left unchanged: %w", name, err)
}
