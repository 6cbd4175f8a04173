package scan

import (
	"context"
	"slices"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
)

// The tags by which CloudFormation remembers what it has made.
const (
	stackTag   = "tags.aws:cloudformation:stack-name"
	stackIDTag = "tags.aws:cloudformation:stack-id"
	logicalTag = "tags.aws:cloudformation:logical-id"
)

// readStacks reads the templates in the source, from which stacks were made. What is wrong with one a scan of the source
// says.
func (s *session) readStacks(ctx context.Context) {
	if s.source == "" || !slices.ContainsFunc(s.targets, func(t target) bool { return t.isDir || s.isSnapshot(t) }) {
		return
	}
	w := newWalker(s.files, s.exclude, s.config)
	w.walk(s.source)
	for _, name := range slices.Compact(slices.Sorted(slices.Values(w.templates))) {
		if !s.isTemplate(name) {
			continue
		}
		template, _, err := s.templates.parse(ctx, s.files, name)
		if err != nil || template == nil {
			continue
		}
		graft.Fold(template)
		for _, o := range template.Outcomes {
			graft.Fold(o.Scope)
		}
		template.Resource("") // regions that are judged at the same time find it indexed
		s.made.templates = append(s.made.templates, template)
	}
}

// tagged is what tags say of where a resource comes from: the stack, by name and by what no other has, and the logical
// id. All are "" where there are no such tags.
func tagged(r *model.Resource) (stack, unique, logical string) {
	stack, _ = r.At(stackTag).Data.(string)
	unique, _ = r.At(stackIDTag).Data.(string)
	logical, _ = r.At(logicalTag).Data.(string)
	if unique == "" {
		unique = stack + " " + r.Region
	}
	return stack, unique, logical
}

// stacked is the resource of a template from which CloudFormation has made one, nil if it is not at hand.
func (m made) stacked(r *model.Resource) *model.Resource {
	if len(m.templates) == 0 || r.Scope == nil || r.Scope.Format != model.Live {
		return nil
	}
	stack, unique, logical := tagged(r)
	if stack == "" {
		return nil
	}
	stacks := model.Once(r.Scope, stacksKey{}, func() map[string]*model.Scope { return m.match(r.Scope) })
	if template := stacks[unique]; template != nil {
		return template.Resource(logical)
	}
	return nil
}

type stacksKey struct{}

// match finds the template of each stack of an account: the one that declares the most of what bears its tags. Where
// two declare as much, it may be either, and none is taken.
func (m made) match(account *model.Scope) map[string]*model.Scope {
	declared := map[string]map[*model.Scope]int{}
	for _, r := range account.Resources {
		stack, unique, logical := tagged(r)
		if stack == "" {
			continue
		}
		if declared[unique] == nil {
			declared[unique] = map[*model.Scope]int{}
		}
		for _, t := range m.templates {
			if from := t.Resource(logical); from != nil && from.Type == r.Type {
				declared[unique][t]++
			}
		}
	}
	chosen := map[string]*model.Scope{}
	for unique, counts := range declared {
		most := 0
		for t, n := range counts {
			if n > most {
				chosen[unique], most = t, n
			} else if n == most {
				chosen[unique] = nil
			}
		}
	}
	return chosen
}
