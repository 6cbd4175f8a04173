package cfnmap

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// Meant is a template's properties under the names that CloudFormation has for them. The service refuses a name that it
// does not know, so that nothing is deployed by which a misspelt property could be judged: it is judged as what is
// meant. Letters in another case, and singular for plural, leave no doubt of that; of a name that is a slip away, the
// property is taken as set to what is not known.
func Meant(typ, address string, properties model.Value) (model.Value, diag.List) {
	in := vocabulary.CloudFormation(typ)
	if in == nil {
		return properties, nil
	}
	s := &speller{of: typ + " of " + address}
	meant, _ := s.value(properties, in)
	return meant, s.diagnostics
}

type speller struct {
	of          string // in whose properties a name is not found
	diagnostics diag.List
}

// value corrects the objects in a value. What needs no correction is not copied.
func (s *speller) value(v model.Value, in *vocabulary.Properties) (corrected model.Value, changed bool) {
	switch data := v.Data.(type) {
	case []model.Value:
		if list, other := s.elements(data, in); other {
			v.Data, changed = list, true
		}
	case model.Members:
		if members := s.members(data, in); members != nil {
			v.Data, changed = members, true
		}
	}
	if v.Why != nil && len(v.Why.Alternatives) > 0 {
		if list, other := s.elements(v.Why.Alternatives, in); other {
			why := *v.Why
			why.Alternatives, changed = list, true
			v.Why = &why
		}
	}
	return v, changed
}

func (s *speller) elements(list []model.Value, in *vocabulary.Properties) ([]model.Value, bool) {
	changed := false
	for i := range list {
		e, other := s.value(list[i], in)
		if other && !changed {
			list, changed = slices.Clone(list), true
		}
		if other {
			list[i] = e
		}
	}
	return list, changed
}

// members is nil where there is nothing to correct.
func (s *speller) members(members model.Members, in *vocabulary.Properties) (corrected model.Members) {
	for name, v := range members.All() {
		p := in.Property(name)
		to := name
		if p == nil && !strings.HasPrefix(name, "Fn::") { // of which the evaluation has told
			to, v = s.unknown(name, v, members, in)
			p = in.Property(to)
		}
		changed := to != name
		if p != nil && v.State != model.Absent {
			inner, other := s.property(v, p)
			v, changed = inner, changed || other
		}
		if !changed {
			continue
		}
		if corrected == nil {
			corrected = members
		}
		corrected = corrected.Without(name).With(to, v)
	}
	return corrected
}

// property corrects what is in the value of a property.
func (s *speller) property(v model.Value, p *vocabulary.Property) (model.Value, bool) {
	if p.Inside == nil {
		return v, false
	}
	keyed, ok := v.Data.(model.Members)
	if p.Many != vocabulary.MapOf || !ok {
		return s.value(v, p.Inside)
	}
	changed := false
	v.Data = keyed.Replaced(func(_ string, v model.Value) model.Value {
		object, other := s.value(v, p.Inside)
		changed = changed || other
		return object
	})
	return v, changed
}

// unknown is the name that is meant by one that is none, with its value; the name itself where none is like it.
func (s *speller) unknown(name string, v model.Value, beside model.Members, in *vocabulary.Properties) (string, model.Value) {
	said := v.Origin.Name
	if said == "" {
		said = name
	}
	report := diag.Diagnostic{
		Severity: diag.Warning, Range: v.Origin.Range, Summary: s.of + " has no property " + said + " that is known here",
		Detail: "What it stands for is taken as not known.",
	}
	meant, sure := likeliest(name, in)
	if beside.Has(meant) {
		meant = ""
	}
	if meant != "" {
		report.Summary += `; did you mean "` + meant + `"?`
	}
	switch {
	case meant == "":
		meant = name
	case sure:
		report.Detail = "CloudFormation refuses it. It is judged as " + meant + "."
	default:
		v = model.Undecided(said+" is no property that CloudFormation knows", v.Origin)
	}
	s.diagnostics.Add(report)
	return meant, v
}

// likeliest is the property that is meant by a name, "" if none is like it, and whether there is no doubt.
func likeliest(name string, in *vocabulary.Properties) (meant string, sure bool) {
	if p := spelledLike(name, in); p != nil {
		return p.Name, true
	}
	var names, longer []string
	for i := range in.List {
		known := in.List[i].Name
		if strings.EqualFold(known+"s", name) || strings.EqualFold(known, name+"s") {
			return known, true
		}
		names = append(names, known)
		if begins(known, name) {
			longer = append(longer, known)
		}
	}
	if meant = vocabulary.Nearest(name, names); meant == "" && len(longer) == 1 {
		meant = longer[0]
	}
	return meant, false
}

// begins tells whether a property begins with a name that is cut short: LoggingConfig.
func begins(property, name string) bool {
	const telling = 6
	return len(name) >= telling && len(property) > len(name) && strings.EqualFold(property[:len(name)], name)
}
