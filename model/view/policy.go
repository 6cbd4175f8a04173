package view

import (
	"fmt"
	"iter"
	"slices"

	"github.com/lintel-iac/lintel/model"
)

// Document is a policy document: an identity's, a resource's, or a role's trust
// policy. Where nothing is known of it, it has one statement of which nothing
// is known.
type Document struct {
	// Value is the attribute that holds the policy.
	Value model.Value
	// Err says why the policy is not one. Then all answers are Maybe, unless what is
	// meant is plain.
	Err *SyntaxError
	// forms are the statements of each form the document may take.
	forms [][]Statement
}

// policyKey is the key under which a scope keeps a document.
type policyKey struct {
	structure *model.Value
	text      string
	at        model.Origin
}

// Policy reads a policy document: the structure its author wrote, where the
// value has one, or the text. An absent or empty value is a document without
// statements, which allows nothing.
func Policy(v model.Value) Document {
	read := func() Document { return policy(v) }
	text, isText := v.Data.(string)
	if v.Origin.Resource == nil || v.Origin.Resource.Scope == nil || v.Doc == nil && (!isText || v.State != model.Known) {
		return read()
	}
	return model.Once(v.Origin.Resource.Scope, policyKey{v.Doc, text, v.Origin}, read)
}

func policy(v model.Value) Document {
	d := Document{Value: v}
	d.read(v)
	return d
}

// read adds the forms of a value.
func (d *Document) read(v model.Value) {
	if v.Doc != nil {
		v = *v.Doc
	}
	switch v.State {
	case model.Absent:
		d.forms = append(d.forms, nil)
		return
	case model.Unknown:
		d.readUnknown(v)
		return
	}
	switch data := v.Data.(type) {
	case model.Members:
		d.add(data.Named("Statement"))
		return
	case string:
		if data == "" {
			d.forms = append(d.forms, nil)
			return
		}
		structure, err := JSON(v.Origin, v)
		if _, ok := structure.Data.(model.Members); ok || err != nil {
			d.Err = err
			d.read(structure)
			return
		}
	}
	d.Err = &SyntaxError{v.Origin, fmt.Sprintf("%s is not a JSON object", v.Origin.Name)}
	d.read(model.Undecided(d.Err.Problem, v.Origin))
}

// readUnknown reads what is there of a policy that is not known as a whole: each
// of its alternatives, or the text around the parts that are not known.
func (d *Document) readUnknown(v model.Value) {
	switch {
	case len(v.Why.Alternatives) > 0:
		for _, a := range v.Why.Alternatives {
			d.read(a)
		}
	case len(v.Why.Parts) > 0:
		structure, err := JSON(v.Origin, v.Why.Parts...)
		d.Err = err
		if members, ok := structure.Data.(model.Members); ok {
			d.add(members.Named("Statement"))
			return
		}
		d.add(v)
	default:
		d.add(v)
	}
}

// add adds a form by the value of its Statement, one or a list of them.
func (d *Document) add(statements model.Value) {
	list, _ := statements.Data.([]model.Value)
	form := make([]Statement, 0, max(1, len(list)))
	for v := range statements.Elements() {
		for b := range readings(v) {
			form = append(form, newStatement(b))
		}
	}
	d.forms = append(d.forms, form)
}

// Statements yields the statements of all forms that the document may take. The
// answers of those that it may lack are Maybe at most.
func (d Document) Statements() iter.Seq[*Statement] {
	if len(d.forms) == 1 {
		return each(d.forms[0])
	}
	return each(d.possible())
}

// possible are the statements of all forms, none of them certain.
func (d Document) possible() []Statement {
	all := slices.Concat(d.forms...)
	for i := range all {
		all[i].sure, all[i].why = min(all[i].sure, model.Maybe), d.why()
	}
	return all
}

// why is the reason for which the document has several forms.
func (d Document) why() string {
	if d.Value.Why != nil {
		return d.Value.Why.Reason
	}
	return "depends on a value that is not known"
}

// ask asks every form: what all say is so.
func (d Document) ask(question func(form []Statement) model.Truth) model.Truth {
	var agreed agreement
	for _, form := range d.forms {
		agreed.add(question(form))
	}
	return agreed.answer()
}

// Public asks whether the document allows something to anybody, after its
// denials: one that spares only callers whom the author named takes away what
// it covers.
func (d Document) Public() model.Truth {
	return d.ask(func(form []Statement) model.Truth {
		public := model.No
		for s := range each(form) {
			if answer := s.Public(); answer > public {
				left := model.Not(denied(form, (*Statement).shutsOut, &s.actions, &s.resources))
				public = max(public, min(answer, left))
			}
		}
		return public
	})
}

// Deputy is a service of AWS that a statement lets in.
type Deputy struct {
	*Statement
	Service model.Value
	// Anyones says whether it may come on behalf of anybody who has an account: nothing says for which
	// account, organization or resource.
	Anyones model.Truth
}

// Deputies are the services that the document lets in, after its denials.
//
// https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
func (d Document) Deputies() []Deputy {
	var found []Deputy
	for s := range d.Statements() {
		for p := range s.Principals() {
			is := model.Is(p.Kind == "Service")
			if p.Kind == "" && p.State == model.Unknown {
				is = model.Maybe
			}
			if is != model.No {
				found = append(found, Deputy{s, p.Value, min(is, s.Allows(), model.Not(s.boundSource()), model.Not(d.spares(s)))})
			}
		}
	}
	return found
}

// spares asks whether the document denies what a statement allows to all but those whom the author named.
func (d Document) spares(s *Statement) model.Truth {
	return d.ask(func(form []Statement) model.Truth {
		return denied(form, (*Statement).shutsServicesOut, &s.actions, &s.resources)
	})
}

// Grants asks whether the document allows at least one of the actions
// ("iam:PassRole") on some resource, after its unconditional denials.
func (d Document) Grants(actions ...string) model.Truth {
	return d.ask(func(form []Statement) model.Truth {
		granted := model.No
		for s := range each(form) {
			for _, action := range actions {
				if answer := s.GrantsAction(action); answer > granted {
					pattern := model.Text(action, model.Origin{})
					asked := selection{patterns: &pattern, except: &notWritten, fold: true}
					left := model.Not(denied(form, (*Statement).shutsAll, &asked, &s.resources))
					granted = max(granted, min(answer, left))
				}
			}
		}
		return granted
	})
}

// denied asks whether one of the statements denies all of the actions on all
// of the resources.
func denied(form []Statement, to func(*Statement) model.Truth, actions, resources *selection) model.Truth {
	found := model.No
	for s := range each(form) {
		if shut := to(s); shut != model.No {
			found = max(found, min(shut, s.actions.holds(actions), s.resources.holds(resources)))
		}
	}
	return found
}

// RequiresTLS asks whether the document of a resource denies everybody all
// actions of the service where a request does not come over TLS.
//
// https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-ssl-requests-only.html
func (d Document) RequiresTLS() model.Truth {
	return d.requiresTLS(func(s *Statement) model.Truth { return max(s.AllActions(), s.ServiceWildcard()) })
}

// RequiresTLSFor asks whether it denies everybody one action ("s3:PutObject") where a
// request does not come over TLS.
func (d Document) RequiresTLSFor(action string) model.Truth {
	return d.requiresTLS(func(s *Statement) model.Truth { return s.Covers(action) })
}

func (d Document) requiresTLS(covers func(*Statement) model.Truth) model.Truth {
	return d.ask(func(form []Statement) model.Truth {
		found := model.No
		for s := range each(form) {
			found = max(found, min(covers(s), s.refusesPlainText()))
		}
		return found
	})
}
