package mermaidtest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Picture has Chromium draw a page of HTML and writes it as a PNG file.
func Picture(ctx context.Context, html, path string, width, height int) error {
	folder, err := os.MkdirTemp("", "mermaidtest")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	source := filepath.Join(folder, "page.html")
	if err := os.WriteFile(source, []byte(html), 0o600); err != nil {
		return err
	}
	args := flags(filepath.Join(folder, "profile"), fmt.Sprintf("--window-size=%d,%d", width, height), "file://"+source)
	args = append([]string{"--hide-scrollbars", "--screenshot=" + path}, args...)
	if out, err := exec.CommandContext(ctx, "chromium", args...).CombinedOutput(); err != nil {
		return fmt.Errorf("chromium drew no picture: %w: %s", err, out)
	}
	return nil
}
