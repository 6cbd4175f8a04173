# The role that lintel live aws assumes in an account. It reads settings, and nothing of what is stored.

data "aws_partition" "this" {}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = [var.trusted_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values   = [var.external_id]
    }
  }
}

resource "aws_iam_role" "this" {
  name               = var.name
  description        = "Reads settings for lintel live aws"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy_attachment" "audit" {
  role       = aws_iam_role.this.name
  policy_arn = "arn:${data.aws_partition.this.partition}:iam::aws:policy/SecurityAudit"
}

# What SecurityAudit lacks. lintel live permissions prints all that is needed.
data "aws_iam_policy_document" "more" {
  statement {
    actions = [
      "appflow:DescribeFlow",
      "appstream:DescribeFleets",
      "backup:Get*",
      "backup:List*",
      "bedrock:GetAgent",
      "bedrock:GetGuardrail",
      "bedrock:GetPrompt",
      "bedrock:ListAgents",
      "bedrock:ListGuardrails",
      "bedrock:ListPrompts",
      "cloudformation:GetResource",
      "cloudformation:ListResources",
      "codecommit:GetApprovalRuleTemplate",
      "cognito-idp:GetUserPoolMfaConfig",
      "dlm:GetLifecyclePolicies",
      "dlm:GetLifecyclePolicy",
      "ec2:GetInstanceMetadataDefaults",
      "ec2:GetSerialConsoleAccessStatus",
      "ec2:GetSnapshotBlockPublicAccessState",
      "gamelift:DescribeFleetPortSettings",
      "guardduty:DescribeOrganizationConfiguration",
      "imagebuilder:Get*",
      "imagebuilder:List*",
      "kafka:GetClusterPolicy",
      "kinesis:GetResourcePolicy",
      "lambda:GetFunctionCodeSigningConfig",
      "lambda:GetFunctionConcurrency",
      "macie2:GetMacieSession",
      "memorydb:DescribeSnapshots",
      "qbusiness:GetApplication",
      "ssm:GetDocument",
      "sso:GetInlinePolicyForPermissionSet",
      "waf-regional:GetLoggingConfiguration",
      "waf-regional:ListActivatedRulesInRuleGroup",
      "waf-regional:ListRuleGroups",
      "waf:GetLoggingConfiguration",
      "waf:ListActivatedRulesInRuleGroup",
      "waf:ListRuleGroups",
      "wafv2:GetRuleGroup",
    ]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "more" {
  name   = "lintel"
  role   = aws_iam_role.this.name
  policy = data.aws_iam_policy_document.more.json
}
