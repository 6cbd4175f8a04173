package rego

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// SchemaVersion is that of the input, which schema/input.schema.json describes. It counts changes that a policy could misread;
// what is added leaves it as it is.
const SchemaVersion = 1

// Types is what the annotations name.
func (p *Policy) Types() string { return strings.Join(p.Meta.Types, " ") }

// Judge evaluates the policy for a resource.
func (p *Policy) Judge(pass *checks.Pass, r *model.Resource) {
	if r.Scope == nil || !p.Meta.Judges(typed(r)) || slices.Equal(p.Meta.Types, []string{anyType}) && r.Mode != model.Managed {
		return
	}
	if p.spent.over.Load() {
		return
	}
	d, leave := p.library.sit()
	defer leave()
	c := &consultation{Policy: p, desk: d, resource: r, cabinet: d.cabinetOf(r.Scope)}
	said, err := c.judge(nil)
	if err != nil {
		pass.Abandon(c.explain(err))
		return
	}
	pass.Judged()
	for _, s := range said {
		at, err := c.locate(s)
		if err != nil {
			pass.Abandon(err)
			return
		}
		message := p.worded(s, at)
		at.Sensitive = at.Sensitive || s.path != "" && holdsSecret(called(c.resource, s.path), at)
		pass.Decide(s.fault, at, message, s.by)
	}
}

// worded is the message of a finding. {attribute} and {value} in it stand for what the author of the resource calls the
// attribute, and for its value; without a message these are all that is said.
func (p *Policy) worded(s saying, at model.Value) string {
	if s.message == "" && s.path == "" {
		return p.Title
	}
	message := s.message
	if message == "" {
		message = "{attribute} is {value}"
	}
	if !strings.Contains(message, "{") {
		return message
	}
	return strings.NewReplacer("{attribute}", at.Origin.Name, "{value}", checks.Said(at)).Replace(message)
}

func typed(r *model.Resource) string {
	if r.Mode == model.Data {
		return "data." + r.Type
	}
	return r.Type
}

// consultation is a policy at work on a resource.
type consultation struct {
	*Policy
	*desk
	resource *model.Resource
	cabinet  *cabinet
}

// saying is a finding as a policy puts it.
type saying struct {
	path     string
	resource string // its address, "" for the one that is judged
	message  string // "" for one that says what the value is
	fault    model.Truth
	by       model.Value // what decides it, where that is not known
}

// judge evaluates the policy. Of values that are one of several those that are chosen count.
func (c *consultation) judge(chosen map[string]model.Value) ([]saying, error) {
	query, err := c.query(c.Policy)
	if err != nil {
		return nil, err
	}
	input, leaves := c.input(chosen)
	open := openTo(c.refs, leaves)
	if len(open) == 0 {
		return c.evaluate(query, input)
	}
	e := &estimate{consultation: c, input: input, leaves: leaves, chosen: chosen, said: map[[3]string]int{}}
	if err := e.run(query, open, 0); err != nil {
		return nil, err
	}
	slices.SortFunc(e.list, compareSayings)
	if len(chosen) > 0 || !e.undecided() {
		return e.list, nil
	}
	if cases, of := c.cases(leaves); cases != nil {
		return c.byCases(cases, of)
	}
	return e.list, nil
}

// newQuery is what every evaluation has in common.
func (c *consultation) newQuery(body ast.Body, input *ast.Term, w *watch) *topdown.Query {
	q := topdown.NewQuery(body).
		WithCompiler(c.compiler).
		WithStore(c.store).
		WithInput(input).
		WithBuiltins(builtins()).
		WithCancel(w.cancel)
	if c.library.tracer != nil {
		q = q.WithQueryTracer(c.library.tracer)
	}
	return q
}

// evaluate answers a query for findings where all that it looks at is known.
func (c *consultation) evaluate(query ast.Body, input *ast.Term) ([]saying, error) {
	var list []saying
	err := c.guarded(func(ctx context.Context, w *watch) error {
		return c.transact(ctx, c.newQuery(query, input, w), func(q *topdown.Query) error {
			return q.Iter(ctx, func(result topdown.QueryResult) error {
				s, err := sayingOf(result[answerVar])
				s.fault = model.Yes
				list = append(list, s)
				return err
			})
		})
	})
	slices.SortFunc(list, compareSayings)
	return list, err
}

// guarded runs an evaluation within the limits.
func (c *consultation) guarded(do func(context.Context, *watch) error) error {
	w := newWatch()
	err := do(context.Background(), w)
	if over := w.stop(); over != nil && err != nil {
		c.spent.over.Store(true)
		return over
	}
	return err
}

// transact runs a query on the data of the library, which nobody changes.
func (c *consultation) transact(ctx context.Context, q *topdown.Query, do func(*topdown.Query) error) error {
	txn, err := c.store.NewTransaction(ctx)
	if err != nil {
		return err
	}
	defer c.store.Abort(ctx, txn)
	return do(q.WithTransaction(txn))
}

// explain is an error of an evaluation as its author understands it.
func (c *consultation) explain(err error) error {
	if errors.Is(err, errTime) || errors.Is(err, errMemory) {
		return fmt.Errorf("%w, and is asked no more", err)
	}
	var fault *topdown.Error
	if errors.As(err, &fault) && fault.Location != nil {
		message, _, _ := strings.Cut(fault.Message, ":\n") // the values follow
		return fmt.Errorf("%s:%d: %s", fault.Location.File, fault.Location.Row, message)
	}
	return err
}

// sayingOf reads a finding: a path, or an object with path, message and resource.
func sayingOf(t *ast.Term) (saying, error) {
	var s saying
	switch v := t.Value.(type) {
	case ast.String:
		s.path = string(v)
		return s, nil
	case ast.Object:
		var fault error
		v.Foreach(func(key, value *ast.Term) {
			name, _ := key.Value.(ast.String)
			text, isText := value.Value.(ast.String)
			into := map[string]*string{"path": &s.path, "message": &s.message, "resource": &s.resource}[string(name)]
			switch {
			case into == nil:
				fault = fmt.Errorf("a finding has path, message and resource, but no %v", key)
			case !isText:
				fault = fmt.Errorf("the %s of a finding is a text, not %v", string(name), ast.ValueName(value.Value))
			default:
				*into = string(text)
			}
		})
		return s, fault
	}
	return s, fmt.Errorf("a finding is a path or an object, not %v", ast.ValueName(t.Value))
}

func compareSayings(a, b saying) int {
	return strings.Compare(a.resource+"\x00"+a.path+"\x00"+a.message, b.resource+"\x00"+b.path+"\x00"+b.message)
}
