package rego

import (
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"

	"github.com/lintel-iac/lintel/model"
)

// desk is where one evaluation at a time takes place. OPA writes to the rules and to the input that it evaluates in part, if
// only what is there already, so evaluations beside each other share neither.
type desk struct {
	compiler *ast.Compiler
	store    storage.Store
	queries  map[*Policy]ast.Body // that ask deny for its elements
}

// newDesk compiles the modules.
func (l *Library) newDesk() *desk {
	d := &desk{
		compiler: newCompiler(),
		store:    inmem.NewFromObjectWithOpts(l.data, inmem.OptRoundTripOnWrite(false), inmem.OptReturnASTValuesOnRead(true)),
		queries:  map[*Policy]ast.Body{},
	}
	d.compiler.Compile(l.modules)
	return d
}

// sit returns a desk that nobody else is at, and what gives it back.
func (l *Library) sit() (d *desk, leave func()) {
	l.mu.Lock()
	if n := len(l.free) - 1; n >= 0 {
		d, l.free = l.free[n], l.free[:n]
	}
	l.mu.Unlock()
	if d == nil {
		d = l.newDesk()
	}
	return d, func() {
		l.mu.Lock()
		l.free = append(l.free, d)
		l.mu.Unlock()
	}
}

// query asks a policy's deny for its elements.
func (d *desk) query(p *Policy) (ast.Body, error) {
	if query, known := d.queries[p]; known {
		return query, nil
	}
	ref := p.pkg.Append(ast.StringTerm(denyRule)).Append(ast.NewTerm(answerVar))
	query, err := d.compiler.QueryCompiler().Compile(ast.NewBody(ast.NewExpr(ast.NewTerm(ref))))
	if err == nil {
		d.queries[p] = query
	}
	return query, err
}

// cabinet holds the sheets of a scope at a desk: that of the resource that is judged, and those that policies looked up.
type cabinet struct {
	last   *sheet
	looked map[*model.Resource]*sheet
	scopes map[*Policy]part
}

type cabinetKey struct{ *desk }

func (d *desk) cabinetOf(s *model.Scope) *cabinet {
	return model.Once(s, cabinetKey{d}, func() *cabinet {
		return &cabinet{looked: map[*model.Resource]*sheet{}, scopes: map[*Policy]part{}}
	})
}

// judged is the sheet of the resource that the policies judge now.
func (c *cabinet) judged(r *model.Resource) *sheet {
	if c.last == nil || c.last.resource != r {
		c.last = newSheet(r)
	}
	return c.last
}

func (c *cabinet) of(r *model.Resource) *sheet {
	s, ok := c.looked[r]
	if !ok {
		s = newSheet(r)
		c.looked[r] = s
	}
	return s
}
