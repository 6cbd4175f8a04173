package graft

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// A candidate is a resource that a companion's link may mean.
type candidate struct {
	owner *model.Resource
	sure  bool
}

// farthest is how many companions a link is followed through: `bucket = aws_s3_bucket_acl.a.bucket`.
const farthest = 8

// candidates finds whom a companion belongs to: by exact reference, else by a known value that both have or an
// unresolved expression that both have, else whom its link refers to in part.
func (f *folding) candidates(r *model.Resource, l *line, depth int) []candidate {
	if r.Unseen() {
		return f.anyOf(r, l)
	}
	link := linkOf(r, l)
	exact, partial := f.referred(r, l, depth)
	if list, ok := link.Data.([]model.Value); ok {
		switch {
		case slices.ContainsFunc(list, eitherOr):
			return join(f.sameName(r, link, l), uncertain(exact...), partial)
		case l.scoped() != nil && len(exact) == len(list): // then no other of one's name is meant
			return certain(exact...)
		}
		return join(certain(exact...), f.sameName(r, link, l), partial)
	}
	switch {
	case len(exact) == 1 && !eitherOr(link):
		return certain(exact[0])
	case len(exact) > 0:
		return join(uncertain(exact...), partial)
	}
	if found := f.sameName(r, link, l); len(found) > 0 {
		return found
	}
	partial = slices.DeleteFunc(partial, func(c candidate) bool { return otherName(link, c.owner, l) })
	if len(partial) == 1 && !eitherOr(link) && (strings.HasSuffix(l.link, "_arn") || f.isCalled(partial[0].owner, link)) {
		return certain(resources(partial)) // an ARN is put together with the name of what it means
	}
	return partial
}

// anyOf are the owners that a companion may have that nobody saw.
func (f *folding) anyOf(r *model.Resource, l *line) []candidate {
	var found []candidate
	for typ := range strings.FieldsSeq(l.owners) {
		for _, owner := range f.scope.OfType(typ) {
			if owner.Mode == model.Managed && owner.Near(r) && !owner.Unseen() {
				found = append(found, candidate{owner, false})
			}
		}
	}
	return found
}

// eitherOr tells that a link is one of several values, of which a reference in it may not be the one.
func eitherOr(link model.Value) bool {
	return link.State == model.Unknown && len(link.Why.Alternatives) > 0
}

// referred follows the references of a link. Each exact one gives a group of owners: the instances it means.
func (f *folding) referred(r *model.Resource, l *line, depth int) (exact [][]*model.Resource, partial []candidate) {
	for ref := range r.RefsAt(l.link) {
		targets, whole := f.targets(ref)
		owners := slices.DeleteFunc(slices.Clone(targets), func(t *model.Resource) bool { return !l.owns(t) })
		switch {
		case len(owners) == 0:
			partial = append(partial, f.through(targets, ref, l, depth, &exact)...)
		case !whole:
			partial = append(partial, uncertain(owners)...)
		default:
			exact = addGroup(exact, owners)
		}
	}
	return exact, partial
}

// through asks companions that a link refers to instead for their owners: their own link, or their id, is the
// owner's name.
func (f *folding) through(targets []*model.Resource, ref model.Ref, l *line, depth int, exact *[][]*model.Resource) []candidate {
	if depth == farthest {
		return nil
	}
	var found []candidate
	for _, t := range targets {
		lines := linesOf(t.Type)
		if t.Mode != model.Managed || len(lines) != 1 || lines[0].owners != l.owners {
			continue
		}
		if ref.Attr == lines[0].link || ref.Attr == "id" {
			found = append(found, f.candidates(t, &lines[0], depth+1)...)
		}
	}
	if !ref.Exact || slices.ContainsFunc(found, func(c candidate) bool { return !c.sure }) {
		return uncertain(resources(found))
	}
	*exact = addGroup(*exact, resources(found))
	return nil
}

// addGroup adds what another reference means, unless one before it means the same.
func addGroup(groups [][]*model.Resource, group []*model.Resource) [][]*model.Resource {
	if len(group) == 0 || slices.ContainsFunc(groups, func(g []*model.Resource) bool { return slices.Equal(g, group) }) {
		return groups
	}
	return append(groups, group)
}

// astray finds whom a broken link may have been meant for: the only owner of its type that the module declares. A
// link whose value is known is not broken: what it refers to has a count of none.
func (f *folding) astray(r *model.Resource, l *line) *model.Resource {
	if link := r.Body.At(l.link); link.State != model.Unknown || eitherOr(link) {
		return nil
	}
	for ref := range r.RefsAt(l.link) {
		stem, _ := cutKey(ref.To)
		module, typ := place(stem)
		if !ref.Exact || !f.mayMean(typ, l) || f.scope.Resource(ref.To) != nil || f.scope.Resource(stem+"[*]") != nil || len(f.instances(stem)) > 0 {
			continue
		}
		if typ == "" {
			typ = l.owners
		}
		if owner := f.only(module, typ); owner != nil {
			return owner
		}
	}
	return nil
}

// mayMean tells whether what a broken link calls by its type, as Terraform does, or by a bare name, as a template does,
// may be an owner.
func (f *folding) mayMean(typ string, l *line) bool {
	return has(l.owners, typ) || typ == "" && f.scope.Format == model.CloudFormation
}

// only is the one resource of some types that a module declares, or nil.
func (f *folding) only(module, types string) *model.Resource {
	var found *model.Resource
	for _, r := range f.declared(types) {
		stem, _ := cutKey(r.Address)
		if in, _ := place(stem); in != module || r.Mode != model.Managed {
			continue
		}
		if found != nil {
			return nil
		}
		found = r
	}
	return found
}

// declared are the resources of some types.
func (f *folding) declared(types string) []*model.Resource {
	var all []*model.Resource
	for typ := range strings.FieldsSeq(types) {
		all = append(all, f.scope.OfType(typ)...)
	}
	return all
}

// place cuts an address without its key into its module's and its type.
func place(stem string) (module, typ string) {
	head := stem[:max(0, strings.LastIndexByte(stem, '.'))]
	start := strings.LastIndexByte(head, '.') + 1
	return head[:start], head[start:]
}

// targets finds the instances that a reference means. whole tells whether it certainly means all of them and their
// value is handed on unchanged.
func (f *folding) targets(ref model.Ref) (found []*model.Resource, whole bool) {
	if r := f.scope.Resource(ref.To); r != nil {
		return []*model.Resource{r}, ref.Exact
	}
	stem, key := cutKey(ref.To)
	instances := f.instances(stem)
	switch {
	case key == "":
		return instances, ref.Exact
	case key == "[*]":
		return instances, false
	}
	if r := f.scope.Resource(stem + "[*]"); r != nil {
		return []*model.Resource{r}, false
	}
	return nil, false
}

func (f *folding) instances(stem string) []*model.Resource {
	if f.stems == nil {
		f.stems = make(map[string][]*model.Resource)
		for _, r := range f.scope.Resources {
			if stem, key := cutKey(r.Address); key != "" {
				f.stems[stem] = append(f.stems[stem], r)
			}
		}
	}
	return f.stems[stem]
}

// cutKey cuts the instance key from the end of an address.
func cutKey(address string) (stem, key string) {
	if !strings.HasSuffix(address, "]") {
		return address, ""
	}
	start, quoted := 0, false
	for i := 0; i < len(address); i++ {
		switch c := address[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case c == '[' && !quoted:
			start = i
		}
	}
	return address[:start], address[start:]
}

// name is one attribute of a type of owners.
type name struct{ typ, attr string }

// sameName finds owners that are named by the link's value. Where several have the name, they are one in turns if
// none is sure to exist; else it cannot be told which is meant.
func (f *folding) sameName(r *model.Resource, link model.Value, l *line) []candidate {
	var found []candidate
	index := -1
	for v := range link.Elements() {
		index++
		key := nameKey(v)
		if l.owners == functions && v.State == model.Unknown {
			key = cmp.Or(arnEnd(v), key)
		}
		if key == "" {
			continue
		}
		same := slices.DeleteFunc(f.bearers(key, l), func(owner *model.Resource) bool { return !owner.Near(r) })
		same, sure := f.withinOne(r, l, index, same)
		if sure && (len(same) == 1 || !slices.ContainsFunc(same, exists)) {
			found = append(found, certain(same)...)
		} else {
			found = append(found, uncertain(same)...)
		}
	}
	return found
}

func exists(r *model.Resource) bool { return !r.Doubtful }

// bearers are the owners that have a name, by whichever of their attributes.
func (f *folding) bearers(key string, l *line) []*model.Resource {
	var found []*model.Resource
	for typ := range strings.FieldsSeq(l.owners) {
		for attr := range strings.FieldsSeq("id " + l.names) {
			for _, r := range f.owned(name{typ, attr})[key] {
				if !slices.Contains(found, r) {
					found = append(found, r)
				}
			}
		}
	}
	if len(found) == 0 && l.owners == functions {
		return f.functions(key)
	}
	return found
}

// owned indexes the managed resources of a type by the value of an attribute.
func (f *folding) owned(n name) map[string][]*model.Resource {
	if index, ok := f.named[n]; ok {
		return index
	}
	index := make(map[string][]*model.Resource)
	for _, r := range f.scope.OfType(n.typ) {
		if r.Mode != model.Managed {
			continue
		}
		if key := nameKey(r.Body.At(n.attr)); key != "" {
			index[key] = append(index[key], r)
		}
	}
	if f.named == nil {
		f.named = make(map[name]map[string][]*model.Resource)
	}
	f.named[n] = index
	return index
}

// nameKey is equal for names that are certainly equal: a known text, or one unresolved expression.
func nameKey(v model.Value) string {
	if v.State == model.Unknown && v.Why.Key != "" {
		return "\x00" + v.Why.Key
	}
	if s, ok := v.Data.(string); ok && v.State == model.Known {
		return s
	}
	return ""
}

// otherName tells that a link to which an owner only contributed is known to be another's name: that of
// "${aws_s3_bucket.b.bucket}-logs". Where the owner's name ends an address or ARN, it may still be meant.
func otherName(link model.Value, owner *model.Resource, l *line) bool {
	text, ok := link.Data.(string)
	if !ok {
		return false
	}
	known := false
	for attr := range strings.FieldsSeq("id " + l.names) {
		own, ok := owner.Body.At(attr).Data.(string)
		if !ok {
			continue
		}
		known = true
		if strings.HasSuffix(text, ":"+own) || strings.HasSuffix(text, "/"+own) {
			return false
		}
	}
	return known
}

// owns tells whether a resource can be meant by this line.
func (l *line) owns(r *model.Resource) bool {
	return r.Mode == model.Managed && has(l.owners, r.Type)
}

func certain(groups ...[]*model.Resource) []candidate {
	var found []candidate
	for _, r := range slices.Concat(groups...) {
		found = append(found, candidate{r, true})
	}
	return found
}

func uncertain(groups ...[]*model.Resource) []candidate {
	found := certain(groups...)
	for i := range found {
		found[i].sure = false
	}
	return found
}

// join takes each owner once, from the first list that has it.
func join(lists ...[]candidate) []candidate {
	var joined []candidate
	for _, c := range slices.Concat(lists...) {
		if !slices.ContainsFunc(joined, func(j candidate) bool { return j.owner == c.owner }) {
			joined = append(joined, c)
		}
	}
	return joined
}

func resources(candidates []candidate) []*model.Resource {
	var found []*model.Resource
	for _, c := range candidates {
		found = append(found, c.owner)
	}
	return found
}
