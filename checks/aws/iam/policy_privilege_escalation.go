package iam

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var PolicyPrivilegeEscalation = &checks.Check{
	Title:    "IAM policy lets its holder gain more permissions",
	Severity: checks.High,
	Why: "Whoever may write policies, make credentials for others, or start something with any role " +
		"has in effect all permissions that there are to be had.",
	Fix: checks.Fix{
		Terraform:      `Name the roles, users or functions in "Resource", and set a permissions boundary for those who make roles.`,
		CloudFormation: `Name the roles, users or functions in "Resource", and set a permissions boundary for those who make roles.`,
		Live:           `Create a new version of the policy, and make it the default one.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_110 CKV_AWS_286",
		KICS: "034d0aee-620f-4bf7-b7fb-efdf661fdb9e 04c686f1-e0cd-4812-88e1-4e038410074c " +
			"0a592060-8166-49f5-8e65-99ac6dce9871 0c10d7da-85c4-4d62-b2a8-d6c104f1bd77 " +
			"0fd7d920-4711-46bd-aff2-d307d82cd8b7 113208f2-a886-4526-9ecc-f3218600e12c " +
			"118281d0-6471-422e-a7c5-051bc667926e 15e6ad8c-f420-49a6-bafb-074f5eb1ec74 " +
			"1743f5f1-0bb0-4934-acef-c80baa5dadfa 19ffbe31-9d72-4379-9768-431195eae328 " +
			"30b88745-eebe-4ecb-a3a9-5cf886e96204 33627268-1445-4385-988a-318fd9d1a512 " +
			"35ccf766-0e4d-41ed-9ec4-2dab155082b4 3dd96caa-0b5f-4a85-b929-acfac4646cc2 " +
			"43a41523-386a-4cb1-becb-42af6b414433 571254d8-aa6a-432e-9725-535d3ef04d69 " +
			"5b4d4aee-ac94-4810-9611-833636e5916d 60263b4a-6801-4587-911d-919c37ed733b " +
			"6d23d87e-1c5b-4308-b224-92624300f29b 6deb34e2-5d9c-499a-801b-ea6d9eda894f " +
			"70b42736-efee-4bce-80d5-50358ed94990 70cb518c-d990-46f6-bc05-44a5041493d6 " +
			"7782d4b3-e23e-432b-9742-d9528432e771 78f1ec6f-5659-41ea-bd48-d0a142dce4f2 " +
			"7c96920c-6fd0-449d-9a52-0aa431b6beaf 7d544dad-8a6c-431c-84c1-5f07fe9afc0e " +
			"8055dec2-efb8-4fe6-8837-d9bed6ff202a 846646e3-2af1-428c-ac5d-271eccfa6faf " +
			"89561b03-cb35-44a9-a7e9-8356e71606f4 8bfbf7ab-d5e8-4100-8618-798956e101e0 " +
			"8f3c16b3-354d-45db-8ad5-5066778a9485 8f75840d-9ee7-42f3-b203-b40e3979eb12 " +
			"94fbe150-27e3-4eba-9ca6-af32865e4503 970ed7a2-0aca-4425-acf1-0453c9ecbca1 " +
			"9a205ba3-0dd1-42eb-8d54-2ffec836b51a 9b0ffadc-a61f-4c2a-b1e6-68fab60f6267 " +
			"9b877bd8-94b4-4c10-a060-8e0436cc09fa ad296c0d-8131-4d6b-b030-1b0e73a99ad3 " +
			"b69247e5-7e73-464e-ba74-ec9b715c6e12 b8a31292-509d-4b61-bc40-13b167db7e9c " +
			"be2aa235-bd93-4b68-978a-1cc65d49082f bf9d42c7-c2f9-4dfe-942c-c8cc8249a081 " +
			"c0c1e744-0f37-445e-924a-1846f0839f69 c583f0f9-7dfd-476b-a056-f47c62b47b46 " +
			"d6047119-a0b2-4b59-a4f2-127a36fb685b db78d14b-10e5-4e6e-84b1-dace6327b1ec " +
			"e227091e-2228-4b40-b046-fc13650d8e88 e77c89f6-9c85-49ea-b95b-5f960fe5be92 " +
			"eb64f1e9-f67d-4e35-8a3c-3d6a2f9efea7 ec49cbfd-fae4-45f3-81b1-860526d66e3f " +
			"eda48c88-2b7d-4e34-b6ca-04c0194aee17 ee49557d-750c-4cc1-aa95-94ab36cbefde " +
			"eeb4d37a-3c59-4789-a00c-1509bc3af1e5 f1173d8c-3264-4148-9fdb-61181e031b51 " +
			"f465fff1-0a0f-457d-aa4d-1bddb6f204ff f906113d-cdc0-415a-ba60-609cc6daaf4d " +
			"fa62ac4f-f5b9-45b9-97c1-625c8b6253ca",
		Prowler: "iam_inline_policy_allows_privilege_escalation",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: identities, Do: escalation},
}

// ways are sets of actions that together give more than they say. The first must be
// allowed on everything: on one thing it gives no more than that one has.
var ways = [...][3]string{
	{"iam:AddUserToGroup"},
	{"iam:AttachGroupPolicy"},
	{"iam:AttachRolePolicy"},
	{"iam:AttachUserPolicy"},
	{"iam:CreateAccessKey"},
	{"iam:CreateLoginProfile"},
	{"iam:CreatePolicyVersion"},
	{"iam:PutGroupPolicy"},
	{"iam:PutRolePolicy"},
	{"iam:PutUserPolicy"},
	{"iam:SetDefaultPolicyVersion"},
	{"iam:UpdateLoginProfile"},
	{"iam:UpdateAssumeRolePolicy", "sts:AssumeRole"},
	{"iam:PassRole", "apprunner:CreateService"},
	{"iam:PassRole", "bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:InvokeCodeInterpreter"},
	{"iam:PassRole", "cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"},
	{"iam:PassRole", "cloudformation:CreateStack"},
	{"iam:PassRole", "cloudformation:UpdateStack"},
	{"iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"},
	{"iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuildBatch"},
	{"iam:PassRole", "codebuild:UpdateProject", "codebuild:StartBuild"},
	{"iam:PassRole", "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition"},
	{"iam:PassRole", "ec2:RequestSpotInstances"},
	{"iam:PassRole", "ec2:RunInstances"},
	{"iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:CreateService"},
	{"iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"},
	{"iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:StartTask"},
	{"iam:PassRole", "elasticmapreduce:RunJobFlow"},
	{"iam:PassRole", "emr-serverless:StartJobRun"},
	{"iam:PassRole", "glue:CreateDevEndpoint"},
	{"iam:PassRole", "glue:CreateJob", "glue:StartJobRun"},
	{"iam:PassRole", "glue:CreateSession", "glue:RunStatement"},
	{"iam:PassRole", "lambda:CreateFunction", "lambda:AddPermission"},
	{"iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"},
	{"iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"},
	{"iam:PassRole", "sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"},
	{"iam:PassRole", "sagemaker:CreateProcessingJob"},
	{"iam:PassRole", "sagemaker:CreateTrainingJob"},
	{"iam:PassRole", "scheduler:CreateSchedule"},
	{"iam:PassRole", "ssm:StartAutomationExecution"},
	{"iam:PassRole", "states:CreateStateMachine", "states:StartExecution"},
	{"glue:UpdateDevEndpoint"},
	{"lambda:UpdateFunctionCode"},
}

// escalation looks at the policies of an identity together: what one of them opens
// alone is reported there.
func escalation(p *checks.Pass, r *model.Resource) {
	documents := slices.Collect(policies(r))
	own := len(documents)
	if isIdentity(r) {
		documents = append(documents, view.AttachedPolicies(r)...)
	}
	for i, document := range documents {
		for s := range document.Statements() {
			sure, way := escalates(documents, s)
			if i >= own {
				alone, _ := escalates(documents[i:i+1], s)
				sure = min(sure, model.Not(alone))
			}
			p.Forbid(sure, s.Action(), "%s", way)
		}
	}
}

// escalates is how sure it is that a statement opens one of the ways, with the
// help of the documents, and the first that is as sure, in words.
func escalates(documents []view.Document, s *view.Statement) (sure model.Truth, words string) {
	about := reachOf(s)
	if about.nothing() {
		return model.No, ""
	}
	for _, way := range ways {
		if sure == model.Yes {
			break
		}
		t := about.allOf(way[0])
		if t > sure {
			t = min(t, s.GrantsAction(way[0]))
		}
		for _, action := range way {
			if action != "" && t > sure {
				t = min(t, granted(documents, action))
			}
		}
		if t > sure {
			sure, words = t, inWords(s, way)
		}
	}
	return sure, words
}

func granted(documents []view.Document, action string) model.Truth {
	found := model.No
	for _, document := range documents {
		found = max(found, document.Grants(action))
	}
	return found
}

func inWords(s *view.Statement, way [3]string) string {
	words := way[0] + " is allowed on " + scope(s)
	switch {
	case way[2] != "":
		words += ", with " + way[1] + " and " + way[2]
	case way[1] != "":
		words += ", with " + way[1]
	}
	return words
}
