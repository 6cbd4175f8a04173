package tfplan

// written is what the author wrote in a block: expressions by the names of
// attributes, and nested blocks. It is nil where the plan does not tell.
type written object

func (w written) at(name string) any { return object(w).at(name) }

// references are what an expression refers to, each first whole and then step by
// step shorter.
func references(expr any) []string {
	members, _ := expr.(object)
	list, _ := members.at("references").([]any)
	refs := make([]string, 0, len(list))
	for _, ref := range list {
		if text, ok := ref.(string); ok {
			refs = append(refs, text)
		}
	}
	return refs
}

// constant is the value of an expression that refers to nothing, or nil.
func constant(expr any) any {
	members, _ := expr.(object)
	if members.at("references") != nil {
		return nil
	}
	return members.at("constant_value")
}

// authored tells whether all that makes a value is written in its expression: it refers
// to nothing.
func authored(expr any) bool {
	members, ok := expr.(object)
	return ok && members.at("references") == nil
}

// nestedBlocks are the blocks of one type: a list of them, or the only one there
// can be.
func nestedBlocks(expr any) []written {
	switch expr := expr.(type) {
	case []any:
		blocks := make([]written, len(expr))
		for i, block := range expr {
			members, _ := block.(object)
			blocks[i] = written(members)
		}
		return blocks
	case object:
		return []written{written(expr)}
	}
	return nil
}
