package e2e

import (
	"path/filepath"
	"testing"
)

func TestNeovim(t *testing.T) {
	nvim := needs(t, "nvim", "neovim")
	folder, file := newWorkspace(t)
	config := filepath.Join(t.TempDir(), "init.lua")
	write(t, config, setUp(t, "neovim"))
	driver, err := filepath.Abs("testdata/neovim.lua")
	if err != nil {
		t.Fatal(err)
	}
	check(t, drive(t, folder, nvim, "--headless", "-n", "-i", "NONE", "-u", config, "-S", driver, file))
}
