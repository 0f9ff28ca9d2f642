import { KindCell as KindCell_18db1ea615b12232557da22a2ae02c8d } from '../../../../src/admin/cells/KindCell'
import { FeedsCell as FeedsCell_b87a8d2084b08e95b78fe05a3a44b542 } from '../../../../src/admin/cells/FeedsCell'
import { TimeCell as TimeCell_d5e239a9c71806a943e0e3e6d0ed1d8b } from '../../../../src/admin/cells/TimeCell'
import { PostPanelField as PostPanelField_624aed13c7f91bbd199b2234ad5fcd67 } from '../../../../src/admin/post/PostPanelField'
import { StatusCell as StatusCell_469a1f3d98bd5a8db52aaf9c138a2b37 } from '../../../../src/admin/cells/StatusCell'
import { NoField as NoField_13645363e0ffc5396f5b9dad0d1156bd } from '../../../../src/admin/post/NoField'
import { ReasonCell as ReasonCell_b7051b0300ba0e5db49212c5933467e6 } from '../../../../src/admin/cells/ReasonCell'
import { StepLabel as StepLabel_0d37dac10c212ef6e2a6abc12c91f49c } from '../../../../src/admin/launch/StepLabel'
import { PhaseLabel as PhaseLabel_e08ff3a0f1d8d69ddc96a5e15c466b86 } from '../../../../src/admin/launch/PhaseLabel'
import { LaunchPanel as LaunchPanel_b87eee344e948aba8e7184bc86857a0d } from '../../../../src/admin/launch/LaunchPanel'
import { TemplatePanel as TemplatePanel_07dbc93c46d83d490d1ef4af939bee45 } from '../../../../src/admin/launch/TemplatePanel'
import { RulePanelField as RulePanelField_af1770b8b842064e7a6e196d27fef798 } from '../../../../src/admin/rule/RulePanelField'
import { RuleCell as RuleCell_d360aa3d664c9fd8270f4f5bc177863c } from '../../../../src/admin/cells/RuleCell'
import { SaveButton as SaveButton_1e650b2bc383023865f36bd4187acd8c } from '../../../../src/admin/rule/SaveButton'
import { HoursPanelField as HoursPanelField_13b1b7ef37ec4faef24807ce5f041d6a } from '../../../../src/admin/rule/HoursPanelField'
import { PostCell as PostCell_9ee89234705abd5efbcde147809ec2c6 } from '../../../../src/admin/cells/PostCell'
import { ReleaseCell as ReleaseCell_cdecc1789e1ed3fd0e56852570b91646 } from '../../../../src/admin/cells/ReleaseCell'
import { PersonCell as PersonCell_26c0689a921e2f9dedb44e8b621db4fb } from '../../../../src/admin/cells/PersonCell'
import { AdminHeader as AdminHeader_0a93f9ef5654f64ba3465e5ce35e35ba } from '../../../../src/admin/operation/AdminHeader'
import { Icon as Icon_452f04fcd2ed8162ca5fbc6c89f204f1 } from '../../../../src/admin/brand/Icon'
import { Logo as Logo_b231ac8248d52be15270b4d2370a5c12 } from '../../../../src/admin/brand/Logo'
import { LanguageSwitch as LanguageSwitch_5911c55d5c46191fe47878fc2da3199b } from '../../../../src/admin/brand/LanguageSwitch'
import { StaffHint as StaffHint_c6852ca5c71010490fae2a1b49f3d055 } from '../../../../src/admin/brand/StaffHint'
import { NavLinks as NavLinks_7fc94d0700a0cb6e55b40d0dc62a9b33 } from '../../../../src/admin/brand/NavLinks'
import { OwnLanguage as OwnLanguage_f655cc95c93b07524a1b260d4e20d91a } from '../../../../src/admin/brand/OwnLanguage'
import { ToastWords as ToastWords_d45ab5d1614c0101b4b89bb61df08372 } from '../../../../src/admin/brand/ToastWords'
import { HomeView as HomeView_2f8602ff4a880c8c4bf453fcd7f7fe1d } from '../../../../src/admin/views/home/HomeView'
import { UnauthorizedView as UnauthorizedView_794c0775a6b932bf6661f46b298108b6 } from '../../../../src/admin/views/UnauthorizedView'
import { NoRecoveryView as NoRecoveryView_e37ad2870707f8a4c0d74809c2ca6aa3 } from '../../../../src/admin/views/NoRecoveryView'
import { ApprovalsView as ApprovalsView_b08f1e224a8d8fd4ba89c372a4b776ba } from '../../../../src/admin/views/approvals/ApprovalsView'
import { LaunchesView as LaunchesView_7eb39dfeb1cc536d1ecc5b7402fad60e } from '../../../../src/admin/views/launches/LaunchesView'
import { NewLaunchView as NewLaunchView_479c1b7e6dbe35fcdbed1eb210cc7e53 } from '../../../../src/admin/views/launches/NewLaunchView'
import { LaunchView as LaunchView_ea553ecf2768f3d1e5ec794888b1e8b2 } from '../../../../src/admin/views/launches/LaunchView'
import { DecisionsView as DecisionsView_b24cada17b78da0a78f0a5db0516d60c } from '../../../../src/admin/views/decisions/DecisionsView'
import { ProgressView as ProgressView_911d5a2eb35edc889b813ba714a61004 } from '../../../../src/admin/views/progress/ProgressView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/cells/KindCell#KindCell": KindCell_18db1ea615b12232557da22a2ae02c8d,
  "/src/admin/cells/FeedsCell#FeedsCell": FeedsCell_b87a8d2084b08e95b78fe05a3a44b542,
  "/src/admin/cells/TimeCell#TimeCell": TimeCell_d5e239a9c71806a943e0e3e6d0ed1d8b,
  "/src/admin/post/PostPanelField#PostPanelField": PostPanelField_624aed13c7f91bbd199b2234ad5fcd67,
  "/src/admin/cells/StatusCell#StatusCell": StatusCell_469a1f3d98bd5a8db52aaf9c138a2b37,
  "/src/admin/post/NoField#NoField": NoField_13645363e0ffc5396f5b9dad0d1156bd,
  "/src/admin/cells/ReasonCell#ReasonCell": ReasonCell_b7051b0300ba0e5db49212c5933467e6,
  "/src/admin/launch/StepLabel#StepLabel": StepLabel_0d37dac10c212ef6e2a6abc12c91f49c,
  "/src/admin/launch/PhaseLabel#PhaseLabel": PhaseLabel_e08ff3a0f1d8d69ddc96a5e15c466b86,
  "/src/admin/launch/LaunchPanel#LaunchPanel": LaunchPanel_b87eee344e948aba8e7184bc86857a0d,
  "/src/admin/launch/TemplatePanel#TemplatePanel": TemplatePanel_07dbc93c46d83d490d1ef4af939bee45,
  "/src/admin/rule/RulePanelField#RulePanelField": RulePanelField_af1770b8b842064e7a6e196d27fef798,
  "/src/admin/cells/RuleCell#RuleCell": RuleCell_d360aa3d664c9fd8270f4f5bc177863c,
  "/src/admin/rule/SaveButton#SaveButton": SaveButton_1e650b2bc383023865f36bd4187acd8c,
  "/src/admin/rule/HoursPanelField#HoursPanelField": HoursPanelField_13b1b7ef37ec4faef24807ce5f041d6a,
  "/src/admin/cells/PostCell#PostCell": PostCell_9ee89234705abd5efbcde147809ec2c6,
  "/src/admin/cells/ReleaseCell#ReleaseCell": ReleaseCell_cdecc1789e1ed3fd0e56852570b91646,
  "/src/admin/cells/PersonCell#PersonCell": PersonCell_26c0689a921e2f9dedb44e8b621db4fb,
  "/src/admin/operation/AdminHeader#AdminHeader": AdminHeader_0a93f9ef5654f64ba3465e5ce35e35ba,
  "/src/admin/brand/Icon#Icon": Icon_452f04fcd2ed8162ca5fbc6c89f204f1,
  "/src/admin/brand/Logo#Logo": Logo_b231ac8248d52be15270b4d2370a5c12,
  "/src/admin/brand/LanguageSwitch#LanguageSwitch": LanguageSwitch_5911c55d5c46191fe47878fc2da3199b,
  "/src/admin/brand/StaffHint#StaffHint": StaffHint_c6852ca5c71010490fae2a1b49f3d055,
  "/src/admin/brand/NavLinks#NavLinks": NavLinks_7fc94d0700a0cb6e55b40d0dc62a9b33,
  "/src/admin/brand/OwnLanguage#OwnLanguage": OwnLanguage_f655cc95c93b07524a1b260d4e20d91a,
  "/src/admin/brand/ToastWords#ToastWords": ToastWords_d45ab5d1614c0101b4b89bb61df08372,
  "/src/admin/views/home/HomeView#HomeView": HomeView_2f8602ff4a880c8c4bf453fcd7f7fe1d,
  "/src/admin/views/UnauthorizedView#UnauthorizedView": UnauthorizedView_794c0775a6b932bf6661f46b298108b6,
  "/src/admin/views/NoRecoveryView#NoRecoveryView": NoRecoveryView_e37ad2870707f8a4c0d74809c2ca6aa3,
  "/src/admin/views/approvals/ApprovalsView#ApprovalsView": ApprovalsView_b08f1e224a8d8fd4ba89c372a4b776ba,
  "/src/admin/views/launches/LaunchesView#LaunchesView": LaunchesView_7eb39dfeb1cc536d1ecc5b7402fad60e,
  "/src/admin/views/launches/NewLaunchView#NewLaunchView": NewLaunchView_479c1b7e6dbe35fcdbed1eb210cc7e53,
  "/src/admin/views/launches/LaunchView#LaunchView": LaunchView_ea553ecf2768f3d1e5ec794888b1e8b2,
  "/src/admin/views/decisions/DecisionsView#DecisionsView": DecisionsView_b24cada17b78da0a78f0a5db0516d60c,
  "/src/admin/views/progress/ProgressView#ProgressView": ProgressView_911d5a2eb35edc889b813ba714a61004,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
