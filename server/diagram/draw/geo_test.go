package draw

import (
	"github.com/designls/designls/server/diagram/mermaid/mermaidtest"
	"os"
	"testing"
)

func TestGeo(t *testing.T) {
	if os.Getenv("SCRATCH") == "" {
		t.Skip()
	}
	b := mermaidtest.New(t, "../../..")
	for _, src := range []string{`C4Container
Person(p1,"User")
Person(p2,"User with some longer name","does a thing for others here")
Container(c1,"Name")
Container(c2,"Name that has four words","Go")
Container(c3,"Name","Go","does one thing here")
Container(c4,"Name with many words in it","Kubernetes operator","does one thing and another thing here")
ContainerDb(d1,"Name")
ContainerDb(d2,"Name","PostgreSQL","keeps all things that are needed")
ContainerQueue(q1,"Queue")
ContainerQueue(q2,"Queue of all the things","Kafka","keeps all things that are needed")
System(s1,"Sys")
System_Ext(e1,"Ext","does one thing here")
UpdateLayoutConfig($c4ShapeInRow="3", $c4BoundaryInRow="1")
%%{init: {"c4": {"width": 180, "c4ShapeMargin": 65}}}%%`,
		`C4Container
Person(p1,"User")
System_Boundary(a,"Sys") {
Container(c1,"Name")
Container(c2,"Name")
Container(c3,"Name")
ContainerDb(c4,"Name")
Container_Boundary(b,"Sub") {
Container(c5,"Name")
Container(c6,"Name")
}
Container_Boundary(bb,"Sub") {
Container(c7,"Name")
}
}
Boundary(o,"Others") {
System_Ext(e1,"Ext")
}
UpdateLayoutConfig($c4ShapeInRow="2", $c4BoundaryInRow="1")
%%{init: {"c4": {"width": 180, "c4ShapeMargin": 65}}}%%`} {
		o, err := b.Draw(t.Context(), src)
		if err != nil || o.RenderError != "" {
			t.Fatal(err, o.RenderError)
		}
		t.Log(o.Width, o.Height)
		for _, x := range o.Boxes {
			t.Logf("%s x %.0f y %.0f w %.0f h %.0f  cx %.0f cy %.0f", x.ID, x.X, x.Y, x.Width, x.Height, x.X+x.Width/2, x.Y+x.Height/2)
		}
	}
}
