package svg

import (
	"encoding/xml"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func ms(seconds float64) string { return fmt.Sprintf("%.4g ms", seconds*1000) }

func waterfall(goal float64) Waterfall {
	return Waterfall{Title: "Latency: read path", Goal: goal, Format: ms, Bars: []Bar{
		{"gateway & <authentication>", 0, 0.02},
		{"WWW MMM 漢字 📦 a name that is far too long to stand beside a bar in full, since it goes on", 0.02, 0.06},
		{"lists, in parallel with the above", 0.02, 0.0001},
		{"response", 0.08, 0.02},
	}}
}

func pictures() map[string][]byte {
	return map[string][]byte{
		"within.svg": waterfall(0.2).Bytes(),
		"over.svg":   waterfall(0.05).Bytes(),
		"exact.svg":  waterfall(0.1).Bytes(),
		"open.svg":   waterfall(0).Bytes(),
		"capacity.svg": Capacity{Title: "Capacity: \x00 \"feed\" " + strings.Repeat("long ", 40), Figures: []Figure{
			{"Throughput", "writes, average", "about 3.81 a second", "= 10 million a month / 2.63 million seconds"},
			{"Throughput", "reads, peak", "5,560 a second", "stated"},
			{"Storage", "after a year", "about 5.49 TB", strings.Repeat("a long way to get there ", 10)},
		}}.Bytes(),
	}
}

func TestPicturesAreAsTheyWere(t *testing.T) {
	for name, got := range pictures() {
		file := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// span is the box that a text takes at most.
type span struct {
	text                     string
	left, right, top, bottom float64
}

func texts(t *testing.T, picture []byte) (all []span, width, height float64) {
	t.Helper()
	var root struct {
		Width  float64 `xml:"width,attr"`
		Height float64 `xml:"height,attr"`
		Texts  []struct {
			X      float64 `xml:"x,attr"`
			Y      float64 `xml:"y,attr"`
			Size   string  `xml:"font-size,attr"`
			Anchor string  `xml:"text-anchor,attr"`
			Said   string  `xml:",chardata"`
		} `xml:"text"`
	}
	if err := xml.Unmarshal(picture, &root); err != nil {
		t.Fatal(err)
	}
	for _, x := range root.Texts {
		size, err := strconv.ParseFloat(x.Size, 64)
		if err != nil {
			t.Fatal(err)
		}
		w := Width(x.Said, size)
		s := span{x.Said, x.X, x.X + w, x.Y - size*0.8, x.Y + size*0.2}
		switch Anchor(x.Anchor) {
		case Middle:
			s.left, s.right = x.X-w/2, x.X+w/2
		case End:
			s.left, s.right = x.X-w, x.X
		}
		all = append(all, s)
	}
	return all, root.Width, root.Height
}

func TestNoTextLiesOnAnotherOrOutside(t *testing.T) {
	for name, picture := range pictures() {
		all, width, height := texts(t, picture)
		for i, a := range all {
			if a.left < 0 || a.top < 0 || a.right > width || a.bottom > height {
				t.Errorf("%s: %q is outside", name, a.text)
			}
			for _, b := range all[i+1:] {
				if a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom {
					t.Errorf("%s: %q lies on %q", name, a.text, b.text)
				}
			}
		}
	}
}

func TestWhatIsWrittenPassesItsOwnCheck(t *testing.T) {
	for name, picture := range pictures() {
		if err := Check(picture); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !Ours(picture) {
			t.Errorf("%s is not known as ours", name)
		}
	}
	if Ours([]byte("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")) {
		t.Error("another's file is taken for ours")
	}
}

func TestOnlyWhatDrawsIsLetThrough(t *testing.T) {
	const open, end = `<svg xmlns="http://www.w3.org/2000/svg">`, `</svg>`
	for _, bad := range []string{
		"", "no xml", "<html></html>", open, open + end + open + end, "<!DOCTYPE svg>" + open + end, `<?xml-stylesheet href="x.css"?>` + open + end,
		"<svg></svg>", `<svg xmlns="http://example.com/other"></svg>`,
		open + `<script>alert(1)</script>` + end, open + `<foreignObject/>` + end, open + `<image href="x.png"/>` + end, open + `<a href="https://x.example"/>` + end,
		open + `<use href="#x"/>` + end, open + `<rect onload="alert(1)"/>` + end, open + `<rect style="fill:url(x)"/>` + end, open + `<svg/>` + end,
		open + `<rect fill="url(https://x.example/a)"/>` + end, open + `<rect fill="javascript:x"/>` + end,
		open + `<style>@import "x.css";</style>` + end, open + `<style>a{background:url(x)}</style>` + end, open + `<style>a{b:\75rl(x)}</style>` + end,
		open + `<rect xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="x"/>` + end,
	} {
		if err := Check([]byte(bad)); err == nil {
			t.Errorf("let through: %s", bad)
		}
	}
	if err := Check([]byte(open + `<title>a</title><rect x="1" fill="#fff"/><text>a &lt; b</text>` + end)); err != nil {
		t.Error(err)
	}
}

func TestTextsAreClippedBetweenCharacters(t *testing.T) {
	for _, s := range []string{"plain words that are long", "漢字漢字漢字漢字漢字漢字", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"} {
		got := Clip(s, 13, 60)
		if Width(got, 13) > 60 || !strings.HasSuffix(got, "…") || !strings.HasPrefix(s, strings.TrimSuffix(got, "…")) {
			t.Errorf("%q became %q", s, got)
		}
	}
	if got := Clip("short", 13, 60); got != "short" {
		t.Errorf("got %q", got)
	}
}
