package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/lintel-iac/lintel/model"
)

// providerName is a provider as a module calls it: aws, or aws.west by an alias.
type providerName struct{ local, alias string }

// configuration is the block that configures a provider, and where it stands.
type configuration struct {
	in    *instance
	block *block
}

// allTags is what the provider makes of the tags of a resource: those of its
// default_tags, and the resource's own over them. ok is false where the provider
// adds none.
//
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs#default_tags-configuration-block
func (r *resource) allTags(own model.Value) (all model.Value, ok bool) {
	if r.schema == nil || r.schema.Attribute("tags_all") == nil {
		return model.Value{}, false
	}
	c, found := r.in.configured(r.providerName())
	if !found {
		return model.Value{}, false
	}
	presets := c.defaultTags()
	if presets.State == model.Absent {
		return model.Value{}, false
	}
	return overlaid(presets, own), true
}

// providerName is the provider that the resource names, or that its type belongs to.
func (r *resource) providerName() providerName {
	if expr := r.block.body.expr("provider"); expr != nil {
		if name, ok := providerNamed(expr); ok {
			return name
		}
	}
	return providerName{local: providerOf(r.key.typ)}
}

// providerNamed reads a reference to a provider, which is no value.
func providerNamed(expr hcl.Expression) (providerName, bool) {
	t, diags := hcl.AbsTraversalForExpr(expr)
	if diags.HasErrors() {
		return providerName{}, false
	}
	alias, _ := attrStep(t, 1)
	return providerName{t.RootName(), alias}, true
}

// configured finds the configuration that a name stands for in a module: its
// own, or that which its caller hands down. A default one comes by itself, unless
// the call says which ones do.
func (in *instance) configured(name providerName) (configuration, bool) {
	for _, b := range in.source.providers {
		if len(b.labels) == 1 && b.labels[0] == name.local && aliasOf(b) == name.alias {
			return configuration{in, b}, true
		}
	}
	if in.parent == nil {
		return configuration{}, false
	}
	given := in.call.body.expr("providers")
	if given == nil {
		if name.alias != "" {
			return configuration{}, false
		}
		return in.parent.configured(name)
	}
	pairs, _ := hcl.ExprMap(given)
	for _, pair := range pairs {
		inner, ok := providerNamed(pair.Key)
		outer, also := providerNamed(pair.Value)
		if ok && also && inner == name {
			return in.parent.configured(outer)
		}
	}
	return configuration{}, false
}

// defaultTags are the tags that a configuration gives every resource; evaluated
// once.
func (c configuration) defaultTags() model.Value {
	if kept, ok := c.in.ev.defaultTags[c]; ok {
		return kept
	}
	var tags model.Value
	for _, b := range c.block.body.blocksOf("default_tags") {
		l := lowering{scope: c.in.scope()}
		c.in.scope().eachBlock(b, func(inner *scope, content *body, certain bool) {
			a := content.attr("tags")
			if a == nil {
				return
			}
			tags = l.in(inner).tree(a.expr, l.origin(a.at, "tags_all"), "")
			if !certain {
				tags = model.Undecided("for_each of default_tags is not known", tags.Origin)
			}
		})
	}
	c.in.ev.defaultTags[c] = tags
	return tags
}

// overlaid is an object with the members of another over its own.
func overlaid(base, over model.Value) model.Value {
	if over.State == model.Absent {
		return base
	}
	below, ok := base.Data.(model.Members)
	above, also := over.Data.(model.Members)
	if !ok || !also {
		for _, v := range [...]model.Value{over, base} {
			if v.State == model.Unknown {
				return v
			}
		}
		return over
	}
	return model.Record(model.MembersOf(slices.Concat(below, above)), over.Origin)
}
