package text

import "testing"

func TestMove(t *testing.T) {
	s := Span{10, 20}
	for _, tt := range []struct {
		name   string
		edit   Edit
		want   Span
		intact bool
	}{
		{"insertion before", Edit{Span{3, 3}, "abc"}, Span{13, 23}, true},
		{"insertion at the start", Edit{Span{10, 10}, "abc"}, Span{13, 23}, true},
		{"insertion inside", Edit{Span{15, 15}, "abc"}, Span{10, 23}, false},
		{"insertion at the end", Edit{Span{20, 20}, "abc"}, Span{10, 20}, true},
		{"insertion after", Edit{Span{25, 25}, "abc"}, Span{10, 20}, true},
		{"removal before", Edit{Span{2, 6}, ""}, Span{6, 16}, true},
		{"removal up to the start", Edit{Span{6, 10}, ""}, Span{6, 16}, true},
		{"removal inside", Edit{Span{12, 14}, ""}, Span{10, 18}, false},
		{"replacement over the start", Edit{Span{8, 12}, "abc"}, Span{11, 19}, false},
		{"replacement over the end", Edit{Span{18, 22}, "abc"}, Span{10, 18}, false},
		{"replacement of its head", Edit{Span{10, 12}, "abc"}, Span{10, 21}, false},
		{"replacement of its tail", Edit{Span{18, 20}, "abc"}, Span{10, 21}, false},
		{"replacement of all", Edit{Span{10, 20}, "abc"}, Span{10, 13}, false},
		{"replacement of more", Edit{Span{5, 30}, "abc"}, Span{5, 8}, false},
		{"removal of more", Edit{Span{5, 30}, ""}, Span{5, 5}, false},
		{"replacement after", Edit{Span{20, 22}, "abc"}, Span{10, 20}, true},
	} {
		if got, intact := s.Move(tt.edit); got != tt.want || intact != tt.intact {
			t.Errorf("%s: got %v %v, want %v %v", tt.name, got, intact, tt.want, tt.intact)
		}
	}
}

func TestMoveOfACaret(t *testing.T) {
	caret := Span{5, 5}
	if got, intact := caret.Move(Edit{Span{5, 5}, "ab"}); got != (Span{7, 7}) || !intact {
		t.Errorf("typing at the caret gives %v %v", got, intact)
	}
	if got, intact := caret.Move(Edit{Span{3, 8}, "ab"}); intact || got != (Span{3, 5}) {
		t.Errorf("replacing what is around the caret gives %v %v", got, intact)
	}
}

func TestMoveAllFollowsASequence(t *testing.T) {
	content := "# A\n\ntext\n\n# B\n"
	m := NewMapper(content)
	at := Span{11, 14}
	_, edits, err := m.Apply([]Change{
		{Range: &Range{Position{0, 3}, Position{0, 3}}, Text: " title"},
		{Range: &Range{Position{2, 0}, Position{3, 0}}, Text: ""},
	}, UTF16)
	if err != nil {
		t.Fatal(err)
	}
	if got, intact := MoveAll(at, edits); got != (Span{12, 15}) || !intact {
		t.Errorf("the heading moved to %v %v", got, intact)
	}
	if _, intact := MoveAll(Span{5, 9}, edits); intact {
		t.Error("the text that was removed is called intact")
	}
}
