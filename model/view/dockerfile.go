package view

import (
	"slices"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// Stage is a stage of a Dockerfile with its instructions, in order. Those behind
// ONBUILD are triggers: another build runs them, when all else is done.
type Stage struct {
	*model.Resource
	Index        int
	Parent       *Stage
	Instructions []*model.Resource
	Triggers     []*model.Resource
}

type stagesKey struct{}

// Stages are the stages of a Dockerfile, in order.
func Stages(scope *model.Scope) []*Stage {
	return model.Once(scope, stagesKey{}, func() []*Stage {
		var all []*Stage
		byAddress := map[string]*Stage{}
		for _, r := range scope.Resources {
			if r.Type == "docker_stage" {
				parent, _ := r.At("parent").Data.(string)
				s := &Stage{Resource: r, Index: len(all), Parent: byAddress[parent]}
				all, byAddress[r.Address] = append(all, s), s
				continue
			}
			i, ok := r.At("stage_index").Data.(float64)
			switch {
			case !ok:
			case r.At("onbuild").Data == true:
				all[int(i)].Triggers = append(all[int(i)].Triggers, r)
			default:
				all[int(i)].Instructions = append(all[int(i)].Instructions, r)
			}
		}
		return all
	})
}

// StageOf is the stage in which an instruction stands, nil before the first.
func StageOf(r *model.Resource) *Stage {
	stages := Stages(r.Scope)
	if i, ok := r.At("stage_index").Data.(float64); ok && int(i) < len(stages) {
		return stages[int(i)]
	}
	return nil
}

// BaseOf is the image that an instruction's stage is built on, through the stages between: absent before the first.
func BaseOf(r *model.Resource) model.Value {
	s := StageOf(r)
	if s == nil {
		return model.Value{}
	}
	for s.Parent != nil {
		s = s.Parent
	}
	return s.At("image")
}

// IsStage tells whether a stage up to that of an instruction has the name, or the
// number.
func IsStage(r *model.Resource, name string) bool {
	own := StageOf(r)
	for _, s := range Stages(r.Scope) {
		if strings.EqualFold(s.At("name").String(), name) || strconv.Itoa(s.Index) == name {
			return true
		}
		if own != nil && s == own {
			break
		}
	}
	return false
}

// Shipped tells whether what an instruction leaves behind ends up in the image: what
// stands before the first FROM counts as if it did.
func Shipped(r *model.Resource) bool {
	s := StageOf(r)
	return s == nil || s.At("shipped").Data == true
}

// Of are the instructions of a type, in order.
func (s *Stage) Of(typ string) []*model.Resource {
	var all []*model.Resource
	for _, r := range s.Instructions {
		if r.Type == typ {
			all = append(all, r)
		}
	}
	return all
}

// Before yields the instructions that come before one in its stage and in the
// stages that it is built from, the nearest first. For a trigger that is all of the
// stage besides.
func Before(r *model.Resource) func(yield func(*model.Resource) bool) {
	return func(yield func(*model.Resource) bool) {
		s := StageOf(r)
		if s == nil {
			return
		}
		own := s.Instructions
		if i := slices.Index(s.Triggers, r); i >= 0 {
			own = slices.Concat(own, s.Triggers[:i])
		} else if i := slices.Index(own, r); i >= 0 {
			own = own[:i]
		}
		for _, earlier := range slices.Backward(own) {
			if !yield(earlier) {
				return
			}
		}
		for s = s.Parent; s != nil; s = s.Parent {
			for _, earlier := range slices.Backward(s.Instructions) {
				if !yield(earlier) {
					return
				}
			}
		}
	}
}

// Environment is what ENV says a name is worth where an instruction stands.
func Environment(r *model.Resource, name string) model.Value {
	for i := range Before(r) {
		if i.Type != "docker_env" {
			continue
		}
		for pair := range i.Each("pairs") {
			if pair.At("name").Data == name {
				return pair.At("value")
			}
		}
	}
	return model.Value{}
}
