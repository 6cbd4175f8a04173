package awslive

import "strconv"

// interfaces are those of an instance. A public address that the subnet gave is Amazon's; one that was attached has an
// owner.
func interfaces(v any) any {
	out := []any{}
	for _, e := range rowsAt(v, "item") {
		out = append(out, map[string]any{
			"AssociatePublicIpAddress": textAt(e, "association.ipOwnerId") == "amazon",
			"DeleteOnTermination":      textAt(e, "attachment.deleteOnTermination"),
			"Description":              textAt(e, "description"),
			"DeviceIndex":              textAt(e, "attachment.deviceIndex"),
			"GroupSet":                 rowsAt(e, "groupSet.item.groupId"),
			"NetworkInterfaceId":       textAt(e, "networkInterfaceId"),
			"SubnetId":                 textAt(e, "subnetId"),
		})
	}
	return out
}

// lifecycle are the rules of a bucket, whose filters and dates CloudFormation has in the rule itself.
func lifecycle(v any) any {
	out := []any{}
	for _, e := range rowsAt(v, "") {
		rule := map[string]any{}
		for _, names := range inRule {
			if found := at(e, names.from); found != nil && found != "" {
				rule[names.to] = found
			}
		}
		for _, kind := range [...]string{"Transition", "NoncurrentVersionTransition"} {
			if transitions := rowsAt(e, kind); len(transitions) > 0 {
				rename(transitions, "Days:TransitionInDays")
				rename(transitions, "Date:TransitionDate")
				rename(transitions, "NoncurrentDays:TransitionInDays")
				rule[kind+"s"] = transitions
			}
		}
		out = append(out, rule)
	}
	return out
}

// inRule says where a rule of a lifecycle has what.
var inRule = [...]struct{ from, to string }{
	{"ID", "Id"}, {"Status", "Status"}, {"Expiration.Days", "ExpirationInDays"}, {"Expiration.Date", "ExpirationDate"},
	{"Expiration.ExpiredObjectDeleteMarker", "ExpiredObjectDeleteMarker"},
	{"AbortIncompleteMultipartUpload", "AbortIncompleteMultipartUpload"}, {"NoncurrentVersionExpiration", "NoncurrentVersionExpiration"},
	{"Prefix", "Prefix"}, {"Filter.Prefix", "Prefix"}, {"Filter.And.Prefix", "Prefix"},
	{"Filter.Tag", "TagFilters"}, {"Filter.And.Tag", "TagFilters"},
	{"Filter.ObjectSizeGreaterThan", "ObjectSizeGreaterThan"}, {"Filter.And.ObjectSizeGreaterThan", "ObjectSizeGreaterThan"},
	{"Filter.ObjectSizeLessThan", "ObjectSizeLessThan"}, {"Filter.And.ObjectSizeLessThan", "ObjectSizeLessThan"},
}

// grants are those of an access control list, in Terraform's words.
func grants(v any) any {
	out := []any{}
	for _, grant := range rowsAt(v, "") {
		grantee := map[string]any{"type": "CanonicalUser"}
		for _, name := range [...]string{"URI", "ID", "EmailAddress"} {
			if text := textAt(grant, "Grantee."+name); text != "" {
				grantee[map[string]string{"URI": "uri", "ID": "id", "EmailAddress": "email_address"}[name]] = text
			}
		}
		if grantee["uri"] != nil {
			grantee["type"] = "Group"
		}
		out = append(out, map[string]any{"permission": textAt(grant, "Permission"), "grantee": []any{grantee}})
	}
	return out
}

// rules are a security group's permissions one by one, as CloudFormation has them. The other side of one is its source
// or destination.
func rules(v any, side string) any {
	out := []any{}
	for _, permission := range rowsAt(v, "item") {
		common := map[string]any{"IpProtocol": textAt(permission, "ipProtocol")}
		for from, to := range map[string]string{"fromPort": "FromPort", "toPort": "ToPort"} {
			if port, err := strconv.ParseFloat(textAt(permission, from), 64); err == nil {
				common[to] = port
			}
		}
		for _, peer := range [...]struct{ rows, from, to string }{
			{"ipRanges.item", "cidrIp", "CidrIp"}, {"ipv6Ranges.item", "cidrIpv6", "CidrIpv6"},
			{"prefixListIds.item", "prefixListId", side + "PrefixListId"}, {"groups.item", "groupId", side + "SecurityGroupId"},
		} {
			for _, row := range rowsAt(permission, peer.rows) {
				rule := map[string]any{peer.to: textAt(row, peer.from)}
				for name, value := range common {
					rule[name] = value
				}
				if text := textAt(row, "description"); text != "" {
					rule["Description"] = text
				}
				out = append(out, rule)
			}
		}
	}
	return out
}
