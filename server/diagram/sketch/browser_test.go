package sketch

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/designls/designls/server/diagram/mermaid/mermaidtest"
)

// look is a script that says which texts lie on each other, stick out of their box
// or of the picture, as a browser has laid them out.
const look = `
const said = [];
for (const d of document.querySelectorAll("div")) {
  const page = d.firstElementChild.getBoundingClientRect();
  const box = (e) => ({ text: e.textContent, ...e.getBoundingClientRect().toJSON() });
  const texts = [...d.querySelectorAll("text")].map(box);
  const boxes = [...d.querySelectorAll("rect.box, rect.store, rect.person, rect.outside, rect.note")].map(box);
  const over = (a, b, x, y) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > x && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > y;
  texts.forEach((a, i) => {
    if (a.left < page.left || a.right > page.right || a.top < page.top || a.bottom > page.bottom) said.push(d.title + ": outside: " + a.text);
    for (const b of texts.slice(i + 1)) if (over(a, b, 1, 3)) said.push(d.title + ": " + a.text + " lies on " + b.text);
    for (const b of boxes) if (over(a, b, 0.5, 2) && (a.left < b.left || a.right > b.right)) said.push(d.title + ": sticks out: " + a.text);
  });
}
document.body.textContent = "[" + document.title + "]" + said.join("\n") + "[end]";`

// TestTextsHaveRoomInABrowser lays the pictures out with the fonts of a real
// browser.
func TestTextsHaveRoomInABrowser(t *testing.T) {
	g := grammar(t)
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv(mermaidtest.Required) != "" {
			t.Fatal(err)
		}
		t.Skip("pictures are not looked at: Chromium is not installed")
	}
	var page strings.Builder
	page.WriteString("<!doctype html><meta charset=utf-8><title>looked</title><body>")
	n := 0
	for name, source := range sources(t) {
		if picture, err := SVG(t.Context(), g, source, name); err == nil {
			fmt.Fprintf(&page, "<div title=%q>%s</div>\n", strings.ReplaceAll(name, `"`, ""), picture)
			n++
		}
	}
	page.WriteString("<script>" + look + "</script>")
	folder, err := os.MkdirTemp("", "sketch") // t.TempDir fails when the dying browser still writes
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	file := filepath.Join(folder, "page.html")
	if err := os.WriteFile(file, []byte(page.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--user-data-dir="+folder, "--dump-dom", "file://"+file).Output()
	_, said, ok := strings.Cut(string(out), "[looked]")
	said, _, _ = strings.Cut(said, "[end]")
	if err != nil || !ok {
		t.Fatalf("the browser did not look: %v\n%.500s", err, out)
	}
	if said != "" || n < 50 {
		t.Errorf("%d pictures:\n%s", n, said)
	}
}
