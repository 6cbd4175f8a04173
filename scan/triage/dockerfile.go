package triage

import (
	"bytes"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

// readDockerfile reads a Dockerfile: a comment above FROM is about the stage. Of
// one that cannot be parsed each line stands for itself.
func readDockerfile(_ string, data []byte) *text {
	t := newText(data)
	lines := strings.Split(string(data), "\n")
	t.spans = append(t.spans, span{from: 1, to: len(lines), top: true})
	quoted := make([]bool, len(lines)+1) // lines of heredocs, in which # is the shell's
	if parsed, err := parser.Parse(bytes.NewReader(data)); err == nil {
		t.stages(parsed.AST.Children)
		markHeredocs(parsed.AST.Children, quoted)
	}
	for i, line := range lines {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case line[0] == '#' && !quoted[i+1]:
			t.remark(i+1, line)
		default:
			t.code[i+1] = true
		}
	}
	return t.arrange()
}

// stages adds each instruction, and each FROM with all that follows it.
func (t *text) stages(nodes []*parser.Node) {
	stage := -1
	for _, n := range nodes {
		if strings.EqualFold(n.Value, "from") {
			stage = len(t.spans)
			t.spans = append(t.spans, span{from: n.StartLine})
		}
		t.spans = append(t.spans, span{from: n.StartLine, to: n.EndLine})
		if stage >= 0 {
			t.spans[stage].to = n.EndLine
		}
	}
}

func markHeredocs(nodes []*parser.Node, quoted []bool) {
	for _, n := range nodes {
		for line := n.StartLine + 1; len(n.Heredocs) > 0 && line <= n.EndLine && line < len(quoted); line++ {
			quoted[line] = true
		}
	}
}
