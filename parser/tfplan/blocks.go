package tfplan

import (
	"fmt"
	"slices"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

// blocksWritten finds what the author wrote in each of the planned blocks. The
// configuration has them in the order of the source and leaves out dynamic
// ones: then it cannot be told.
func blocksWritten(expr any, elements []tree, nesting vocabulary.Nesting) []written {
	blocks := nestedBlocks(expr)
	switch {
	case len(blocks) != len(elements):
		return make([]written, len(elements))
	case nesting != vocabulary.Set || len(elements) < 2:
		return blocks
	}
	found := make([]written, len(elements))
	for i, e := range elements {
		found[i] = couldBe(e, blocks)
	}
	return found
}

// couldBe joins those blocks of a set which a planned block may be: sets come in
// an order of Terraform's own, and only constants tell them apart.
func couldBe(e tree, blocks []written) written {
	var joined written
	for _, block := range blocks {
		if !agrees(e, block) {
			continue
		}
		for _, member := range block {
			expr := either(joined.at(member.name), member.value)
			joined = written(objectOf(append(slices.Clone(object(joined)), entry{member.name, expr})))
		}
		if joined == nil {
			joined = written{}
		}
	}
	return joined
}

// agrees tells whether no constant of a block contradicts the planned values.
func agrees(e tree, block written) bool {
	for _, member := range block {
		said, planned := constant(member.value), e.below(member.name).value
		if isScalar(said) && isScalar(planned) && fmt.Sprint(said) != fmt.Sprint(planned) {
			return false
		}
	}
	return true
}

func isScalar(v any) bool {
	switch v.(type) {
	case bool, float64, string:
		return true
	}
	return false
}

// either is an expression that may be one or the other.
func either(a, b any) any {
	first, isList := a.([]any)
	second, alsoList := b.([]any)
	switch {
	case a == nil:
		return b
	case isList && alsoList:
		return slices.Concat(first, second)
	}
	var refs []any
	for _, ref := range slices.Concat(references(a), references(b)) {
		refs = append(refs, ref)
	}
	return object{{"references", refs}}
}
